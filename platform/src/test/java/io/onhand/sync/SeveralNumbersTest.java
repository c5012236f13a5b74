package io.onhand.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.channels.Mappings;
import io.onhand.exceptions.ExceptionId;
import io.onhand.inbox.Settlement;
import io.onhand.inbox.SettlementResult;
import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.StockChange;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.StockLedger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import onhand.testing.TillScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Two items of a till are one of ours. */
@PlatformTest
class SeveralNumbersTest {

    private static final String SKU = "TEA-EARL-100";
    private static final String ITEM = "V-EARL";
    private static final String AT = "2026-11-20T10:00:00Z";

    @Autowired BeanFactory program;
    @Autowired StockLedger ledger;
    @Autowired Mappings mappings;

    private final TillScript till = new TillScript();
    private TeaShop shop;
    private ComparedTill compared;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        compared = new ComparedTill(program, shop, till, SKU);
        move(10);
        till.has(new CatalogueItem(ITEM, "Earl Grey", SKU, null, false));
        till.shows(ITEM, "10", AT);
    }

    @Test
    void whereTheTillKeepsSeveralNumbersItIsToldNoCount() {
        Connection connection = connectWithTwoItems();
        till.shows("V-EARL-2", "1", AT);
        compared.reconcile(connection);
        assertThat(compared.reconcile(connection).pushed()).isZero();
        ExceptionId drift = Objects.requireNonNull(compared.drift(connection));
        assertThat(compared.settle(drift, new Settlement.PushOurs()))
                .isInstanceOf(SettlementResult.NotOffered.class);
        count(20);
        move(3);
        await().until(() -> !till.pushes().isEmpty());
        assertThat(till.pushes().getFirst().changes())
                .extracting(StockChange::type, StockChange::quantity)
                .containsExactly(tuple("adjustment", "3"));
    }

    @Test
    void allItemsThatAreOneOfOursAreAskedFor() {
        Connection connection = connectWithTwoItems();
        till.shows("V-EARL-2", "-1", AT);
        till.lost("V-EARL-2", TillScript.sale("S-1", "V-EARL-2"));
        assertThat(ComparedTill.kind(compared.reconcile(connection))).isEqualTo("lost");
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo("9");
    }

    private Connection connectWithTwoItems() {
        Connection connection = compared.connect(Mode.LIVE, Map.of("healUpTo", "2"));
        shop.run(() -> mappings.mapVariant(connection, "V-EARL-2", shop.variant(SKU).id()));
        return connection;
    }

    private void move(long units) {
        post(
                MovementType.ADJUSTMENT,
                Sent.change(1, shop.location("LONDON"), shop.variant(SKU).id(), units));
    }

    private void count(long units) {
        post(
                MovementType.COUNT,
                Sent.count(1, shop.location("LONDON"), shop.variant(SKU).id(), units));
    }

    private void post(MovementType type, Line line) {
        var at = type == MovementType.COUNT ? Sent.NOON : Sent.NOON.plusSeconds(60);
        String document = UUID.randomUUID().toString();
        var posting = Sent.event(shop.tenant(), document, 0, type, at, List.of(line));
        shop.run(() -> ledger.post(posting));
    }
}
