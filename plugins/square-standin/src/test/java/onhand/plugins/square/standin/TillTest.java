package onhand.plugins.square.standin;

import static onhand.plugins.square.standin.TeaShop.EARL;
import static onhand.plugins.square.standin.TeaShop.GREEN;
import static onhand.plugins.square.standin.TeaShop.LONDON;
import static onhand.plugins.square.standin.TeaShop.LOOSE;
import static onhand.plugins.square.standin.TeaShop.PARIS;
import static onhand.plugins.square.standin.TeaShop.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TillTest {

    @TempDir Path directory;
    private TeaShop shop;
    private Till till;

    @BeforeEach
    void open() {
        shop = TeaShop.open(directory);
        till = shop.till();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aSaleIsACompletedOrderAndLowersTheCount() {
        String order = till.sell(LONDON, one(EARL, "2"));
        JsonNode found = shop.order(order);
        assertThat(found.path("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(found.path("version").intValue()).isEqualTo(1);
        assertThat(found.path("closed_at").stringValue()).isEqualTo("2026-11-20T10:01:00Z");
        assertThat(found.path("total_money").path("amount").intValue()).isEqualTo(1_300);
        assertThat(shop.count(LONDON, EARL)).isEqualTo("98");
        assertThat(shop.count(PARIS, EARL)).isEqualTo("none");
    }

    @Test
    void anOpenOrderMovesStockOnceItIsPaid() {
        String order = till.open(LONDON, one(EARL, "2"));
        assertThat(shop.count(LONDON, EARL)).isEqualTo("100");
        till.edit(order, one(EARL, "3"));
        till.complete(order);
        assertThat(shop.order(order).path("version").intValue()).isEqualTo(3);
        assertThat(shop.count(LONDON, EARL)).isEqualTo("97");
    }

    @Test
    void anEditedOrderKeepsTheUidsOfLinesThatStayAndMovesTheDifference() {
        String order = till.sell(LONDON, one(EARL, "2"));
        String uid = shop.order(order).path("line_items").path(0).path("uid").stringValue();
        till.edit(order, List.of(new SoldLine(GREEN, "1"), new SoldLine(EARL, "1")));
        JsonNode lines = shop.order(order).path("line_items");
        assertThat(lines.path(1).path("uid").stringValue()).isEqualTo(uid);
        assertThat(lines.path(0).path("uid").stringValue()).isNotEqualTo(uid);
        assertThat(shop.count(LONDON, EARL)).isEqualTo("99");
        assertThat(shop.count(LONDON, GREEN)).isEqualTo("49");
    }

    @Test
    void aVoidedOrderGivesBackWhatItSold() {
        String order = till.sell(LONDON, one(EARL, "2"));
        till.edit(order, one(EARL, "5"));
        till.cancel(order);
        assertThat(shop.order(order).path("state").stringValue()).isEqualTo("CANCELED");
        assertThat(shop.count(LONDON, EARL)).isEqualTo("100");
        assertThatThrownBy(() -> till.cancel(order)).hasMessageContaining("CANCELED");
    }

    @Test
    void aRefundIsAnOrderOfItsOwnThatNamesTheLinesBroughtBack() {
        String order = till.sell(LONDON, one(EARL, "3"));
        shop.clock.pass(Duration.ofHours(1));
        JsonNode back = shop.order(till.refund(order, one(EARL, "1"))).path("returns").path(0);
        assertThat(back.path("source_order_id").stringValue()).isEqualTo(order);
        assertThat(back.path("return_line_items").path(0).path("source_line_item_uid"))
                .isEqualTo(shop.order(order).path("line_items").path(0).path("uid"));
        assertThat(shop.count(LONDON, EARL)).isEqualTo("98");
        till.refund(order, List.of());
        assertThat(shop.count(LONDON, EARL)).isEqualTo("100");
        assertThatThrownBy(() -> till.refund(order, one(EARL, "1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsMayFallBelowZero() {
        till.sell(LONDON, one(GREEN, "50.5"));
        assertThat(shop.count(LONDON, GREEN)).isEqualTo("-0.5");
    }

    @Test
    void anUntrackedArticleKeepsItsStaleZero() {
        till.sell(LONDON, List.of(new SoldLine(LOOSE, "3"), new SoldLine(null, "1")));
        assertThat(shop.count(LONDON, LOOSE)).isEqualTo("0");
    }

    @Test
    void whatIsCountedLostAndReceivedAtTheTillIsInTheHistoryAsTheTills() {
        till.recount(LONDON, EARL, "90");
        till.lose(LONDON, EARL, "1");
        till.receive(LONDON, EARL, "10");
        assertThat(shop.count(LONDON, EARL)).isEqualTo("99");
        JsonNode changes =
                shop.ask(
                                "POST /v2/inventory/changes/batch-retrieve",
                                "{\"updated_after\":\"2026-11-20T10:00:30Z\"}")
                        .path("changes");
        assertThat(changes.size()).isEqualTo(3);
        assertThat(changes.valueStream())
                .allSatisfy(change -> assertThat(change.toString()).contains("SQUARE_POS"));
    }

    @Test
    void aSaleOfBeforeTheLastCountChangesNoCount() {
        var earlier = shop.clock.instant().minusSeconds(5);
        till.recount(LONDON, EARL, "90");
        till.sell(LONDON, one(EARL, "2"), 1, Duration.ZERO, earlier);
        assertThat(shop.count(LONDON, EARL)).isEqualTo("90");
    }

    @Test
    void withoutNetworkSalesWaitAndKeepTheirTimes() {
        till.networkDown(true);
        String order = till.sell(LONDON, one(EARL, "2"));
        String refund = till.refund(order, one(EARL, "1"));
        shop.clock.pass(Duration.ofMinutes(30));
        assertThat(shop.order(order).isMissingNode()).isTrue();
        assertThat(shop.count(LONDON, EARL)).isEqualTo("100");
        assertThat(till.waiting()).isEqualTo(2);
        assertThatThrownBy(() -> till.refund(refund, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        till.networkDown(false);
        JsonNode found = shop.order(order);
        assertThat(found.path("closed_at").stringValue()).isEqualTo("2026-11-20T10:01:00Z");
        assertThat(found.path("updated_at").stringValue()).isEqualTo("2026-11-20T10:31:00Z");
        assertThat(shop.order(refund).path("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(shop.count(LONDON, EARL)).isEqualTo("99");
        assertThat(till.waiting()).isZero();
    }

    @Test
    void whatTheTillDoesNotKnowIsRefusedAndChangesNothing() {
        assertThatThrownBy(() -> till.sell("L-NOWHERE", one(EARL, "1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> till.sell(LONDON, one("VAR-NONE", "1")))
                .isInstanceOf(IllegalArgumentException.class);
        for (String quantity : List.of("0", "-1", "1.000001", "1e2", "1234567890123", "x")) {
            assertThatThrownBy(() -> till.sell(LONDON, one(EARL, quantity)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        till.sell(LONDON, one(EARL, "1"));
        assertThat(shop.count(LONDON, EARL)).isEqualTo("99");
    }
}
