package io.onhand.web.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onhand.Application;
import io.onhand.channels.Connection;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.StockLedger;
import io.onhand.sync.Reconciliations;
import io.onhand.tenancy.BusinessClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onhand.plugins.standin.StandIn;
import onhand.plugins.standin.TillSale;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A scanner that was offline tells of a count when the till has sold for more than a day. */
@Tag("tills")
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"onhand.limits=off", "onhand.demo=false", "logging.level.root=warn"})
@ContextConfiguration(initializers = PlatformTest.OnFreshDatabase.class)
class OldCountTest {

    private static final String SKU = "TEA-EARL-100";
    private static final Duration TOLD_MAX = Duration.ofMinutes(2);
    private static final StandIn TILL = LondonTill.start();

    @Autowired BeanFactory program;
    @Autowired StockLedger ledger;
    @Autowired Reconciliations reconciliations;
    @Autowired BusinessClock clock;
    @LocalServerPort int port;

    private TeaShop shop;

    @DynamicPropertySource
    static void asksTheStandIn(DynamicPropertyRegistry properties) {
        LondonTill.isAsked(TILL, properties);
    }

    @AfterAll
    static void close() {
        TILL.close();
    }

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
    }

    @Test
    void theTillShowsWhatWasCountedWithoutWhatItSoldSince() {
        var location = shop.location("LONDON");
        var variant = shop.variant(SKU).id();
        post(MovementType.ADJUSTMENT, 40, Sent.change(1, location, variant, 12));
        Connection connection = LondonTill.connect(program, port, shop, TILL, Map.of(SKU, "12"));
        await().atMost(TOLD_MAX).until(() -> agrees(connection));
        for (int sold = 0; sold < 3; sold++) {
            TILL.sell(TillSale.of("LONDON", List.of(new TillSale.Line(SKU, "1"))));
        }
        await().until(() -> shop.onHand("LONDON", SKU).equals("9"));
        post(MovementType.COUNT, 30, Sent.count(1, location, variant, 10));
        post(MovementType.ADJUSTMENT, 2, Sent.change(1, location, variant, -2));
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo("5");
        await().until(() -> !TILL.references().isEmpty());
        await().atMost(TOLD_MAX).until(() -> agrees(connection));
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo("5");
        assertThat(TILL.references()).as("the change and our number").hasSize(2);
    }

    private boolean agrees(Connection connection) {
        return shop.call(() -> reconciliations.run(connection)).equal() == 1;
    }

    private void post(MovementType type, int hoursAgo, Line line) {
        var at = clock.now().minus(Duration.ofHours(hoursAgo));
        shop.run(() -> ledger.post(Sent.event(shop.tenant(), type, at, line)));
    }
}
