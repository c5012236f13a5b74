package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.BusinessClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import onhand.testing.web.Browser;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The chart of a variant's page. */
@WebTest
class ChartPagesTest {

    private static final String BUSY = "TEA-EARL-100";
    private static final String QUIET = "TEA-MINT-50";
    private static final Pattern DAY = Pattern.compile("<tr><td>");

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
    }

    private void move(String sku, MovementType type, Duration ago, int lines, long units) {
        var at = program.getBean(BusinessClock.class).now().minus(ago);
        var location = shop.location("LONDON");
        var variant = shop.variant(sku).id();
        List<Line> changes =
                IntStream.rangeClosed(1, lines)
                        .mapToObj(no -> Sent.change(no, location, variant, units))
                        .toList();
        String document = UUID.randomUUID().toString();
        var posting = Sent.event(shop.tenant(), document, 0, type, at, changes);
        shop.run(() -> program.getBean(StockLedger.class).post(posting));
    }

    /** The days of the table below the chart. */
    private long days(String sku) {
        String page =
                Browser.of(port, program, shop, Role.MANAGER).get("/app/variants/" + sku).html();
        String table = page.substring(page.indexOf("class=\"chart-table\""));
        return DAY.matcher(table.substring(0, table.indexOf("</details>"))).results().count();
    }

    @Test
    void withMoreMovementsThanAreReadNothingIsToldOfTheDaysBefore() {
        for (String sku : new String[] {BUSY, QUIET}) {
            move(sku, MovementType.RECEIPT, Duration.ofDays(20), 1, 3_000);
        }
        move(QUIET, MovementType.SALE, Duration.ofDays(10), 900, -1);
        for (int times = 0; times < 3; times++) {
            move(BUSY, MovementType.SALE, Duration.ofDays(10), 900, -1);
        }
        assertThat(days(QUIET)).isEqualTo(30);
        assertThat(days(BUSY)).as("all was heard of today").isBetween(1L, 2L);
    }
}
