package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.stock.DoubtQueries.Moved;
import java.util.ArrayList;
import java.util.List;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A count of each of two levels, and three sales near each count. */
@PlatformTest
class DoubtQueriesTest {

    @Autowired BeanFactory program;
    @Autowired StockLedger ledger;
    @Autowired DoubtQueries queries;

    private TeaShop shop;
    private LocationId london;
    private List<Moved> moved;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        london = shop.location("LONDON");
        moved = List.of(countAndSell("TEA-EARL-100"), countAndSell("TEA-MINT-50"));
    }

    @Test
    void allDoubtsComeThoughAPageEndsWithinALevelOrWithTheLast() {
        for (int perPage = 1; perPage <= 7; perPage++) {
            List<List<ClockDoubt>> pages = pages(moved, perPage);
            assertThat(pages).allSatisfy(page -> assertThat(page).isNotEmpty());
            assertThat(pages).hasSize((6 + perPage - 1) / perPage);
            assertThat(pages.stream().flatMap(List::stream)).hasSize(6).doesNotHaveDuplicates();
        }
    }

    @Test
    void aLevelThatWasMovedTwiceIsAskedAboutOnce() {
        List<Moved> twice = new ArrayList<>(moved);
        moved.forEach(m -> twice.add(new Moved(m.location(), m.variant(), 3, true)));
        assertThat(pages(twice, 6)).singleElement().asList().hasSize(6).doesNotHaveDuplicates();
    }

    private List<List<ClockDoubt>> pages(List<Moved> moved, int perPage) {
        List<List<ClockDoubt>> pages = new ArrayList<>();
        shop.run(() -> queries.doubts(moved, Sent.NOON, perPage, pages::add));
        return pages;
    }

    private Moved countAndSell(String sku) {
        VariantId variant = shop.variant(sku).id();
        post(MovementType.COUNT, 0, Sent.count(1, london, variant, 10));
        for (int seconds = 1; seconds <= 3; seconds++) {
            post(MovementType.SALE, seconds, Sent.change(1, london, variant, -1));
        }
        return new Moved(london, variant, 1, false);
    }

    private void post(MovementType type, long seconds, Line line) {
        var event = Sent.event(shop.tenant(), type, Sent.NOON.plusSeconds(seconds), line);
        Outcome outcome = shop.call(() -> ledger.post(Sent.unsure(event, 5_000)));
        assertThat(outcome).isInstanceOf(Outcome.Applied.class);
    }
}
