package onhand.plugins.square;

import static onhand.plugins.square.TeaShop.EARL;
import static onhand.plugins.square.TeaShop.GREEN;
import static onhand.plugins.square.TeaShop.LONDON;
import static onhand.plugins.square.TeaShop.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.PosEvent;
import io.onhand.plugin.ReadItem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onhand.plugins.square.standin.SoldLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {

    @TempDir Path directory;
    private TeaShop shop;

    @BeforeEach
    void open() {
        shop = TeaShop.open(directory);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aCompletedOrderIsASaleOfTheTimeAtWhichItWasPaid() {
        String order =
                shop.till()
                        .sell(
                                LONDON,
                                one(EARL, "1.50"),
                                1,
                                Duration.ZERO,
                                Instant.parse("2026-11-20T08:00:00Z"));
        PosEvent sale = event(order);
        assertThat(sale.externalId()).isEqualTo(order);
        assertThat(sale.type()).isEqualTo("sale");
        assertThat(sale.revision()).isEqualTo(1);
        assertThat(sale.location()).isEqualTo(LONDON);
        assertThat(sale.occurredAt()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(sale.lines()).extracting(PosEvent.PosLine::sku).containsExactly(EARL);
        assertThat(sale.lines()).extracting(PosEvent.PosLine::quantity).containsExactly("1.5");
    }

    @Test
    void anEditIsTheNextRevisionWithTheSameTimeAndLine() {
        String order = shop.till().sell(LONDON, one(EARL, "2"));
        PosEvent before = event(order);
        shop.clock.pass(Duration.ofMinutes(3));
        shop.till().edit(order, List.of(new SoldLine(EARL, "3"), new SoldLine(GREEN, "1")));
        PosEvent after = event(order);
        assertThat(after.revision()).isGreaterThan(before.revision());
        assertThat(after.occurredAt()).isEqualTo(before.occurredAt());
        assertThat(after.lines().getFirst().line()).isEqualTo(before.lines().getFirst().line());
        assertThat(after.lines()).hasSize(2);
    }

    @Test
    void anOpenOrderMovesNothingAndACanceledOneComesToNothing() {
        String order = shop.till().open(LONDON, one(EARL, "2"));
        assertThat(shop.orders(order))
                .containsExactly(new ReadItem.Nothing(order, "The order is not completed yet."));
        shop.till().complete(order);
        assertThat(event(order).type()).isEqualTo("sale");
        shop.till().cancel(order);
        assertThat(event(order).type()).isEqualTo("void");
        assertThat(event(order).lines()).isEmpty();
    }

    @Test
    void aReturnIsAnOrderOfItsOwn() {
        String order = shop.till().sell(LONDON, one(EARL, "2"));
        shop.clock.pass(Duration.ofDays(2));
        String back = shop.till().refund(order, one(EARL, "1"));
        PosEvent returned = event(back);
        assertThat(returned.type()).isEqualTo("return");
        assertThat(returned.externalId()).isEqualTo(back);
        assertThat(returned.occurredAt()).isEqualTo("2026-11-22T10:01:00Z");
        assertThat(returned.lines()).extracting(PosEvent.PosLine::quantity).containsExactly("1");
        assertThat(event(order).revision()).isEqualTo(1);
    }

    @Test
    void linesWithoutAnArticleMoveNothingAndAreNamed() {
        String order =
                shop.till().sell(LONDON, List.of(new SoldLine(null, "1"), new SoldLine(EARL, "1")));
        assertThat(shop.orders(order).getFirst())
                .isInstanceOfSatisfying(
                        ReadItem.Told.class,
                        told -> {
                            assertThat(told.detail())
                                    .isEqualTo("Without an article: Custom amount.");
                            assertThat(told.event().lines()).hasSize(1);
                        });
        shop.till().edit(order, List.of(new SoldLine(null, "1")));
        assertThat(event(order).type()).isEqualTo("void");
        assertThat(event(order).revision()).isEqualTo(2);
    }

    @Test
    void manyOrdersAreAskedForAtOnceAndWhatIsNotThereIsMissing() {
        List<DocumentKey> keys =
                List.of(
                        new DocumentKey("order", shop.till().sell(LONDON, one(EARL, "1")), null),
                        new DocumentKey("order", "ORDER-NONE", null),
                        new DocumentKey("order", shop.till().sell(LONDON, one(EARL, "1")), null));
        assertThat(TeaShop.ok(shop.connector.fetch(keys, shop.ctx)))
                .extracting(fetched -> fetched instanceof Fetched.Missing)
                .containsExactly(false, true, false);
        assertThat(shop.ctx.calls).hasSize(1);
        var none = List.of(new DocumentKey("order", "ORDER-NONE", null));
        assertThat(TeaShop.ok(shop.connector.fetch(none, shop.ctx)))
                .containsExactly(new Fetched.Missing(none.getFirst()));
    }

    private PosEvent event(String order) {
        ReadItem item = shop.orders(order).getFirst();
        assertThat(item).isInstanceOf(ReadItem.Told.class);
        return ((ReadItem.Told) item).event();
    }
}
