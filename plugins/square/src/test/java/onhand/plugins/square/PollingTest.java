package onhand.plugins.square;

import static onhand.plugins.square.TeaShop.EARL;
import static onhand.plugins.square.TeaShop.GREEN;
import static onhand.plugins.square.TeaShop.LONDON;
import static onhand.plugins.square.TeaShop.PARIS;
import static onhand.plugins.square.TeaShop.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.Outcome;
import io.onhand.plugin.Page;
import io.onhand.plugin.ReadItem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onhand.plugins.square.standin.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollingTest {

    private static final String SEARCH = "POST /v2/orders/search";
    private static final String HISTORY = "POST /v2/inventory/changes/batch-retrieve";

    @TempDir Path directory;
    private TeaShop shop;
    private @Nullable String cursor;

    @BeforeEach
    void open() {
        shop = TeaShop.open(directory);
        shop.clock.pass(Duration.ofHours(2));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theFirstPollTellsTheLastHour() {
        String sale = shop.till().sell(LONDON, one(EARL, "1"));
        shop.till().open(PARIS, one(EARL, "1"));
        shop.till().recount(PARIS, GREEN, "5");
        assertThat(poll()).hasSize(2).anyMatch(told -> told.equals(sale + " 1"));
        assertThat(shop.ctx.calls)
                .extracting(call -> call.url().replaceFirst("^.*/v2", ""))
                .containsExactly(
                        "/locations", "/orders/search", "/inventory/changes/batch-retrieve");
    }

    @Test
    void whatNoMessageToldIsFoundAndAfterSomeMinutesNotToldAgain() {
        poll();
        shop.clock.pass(Duration.ofMinutes(1));
        String sale = shop.till().sell(LONDON, one(EARL, "1"));
        assertThat(poll()).containsExactly(sale + " 1");
        shop.clock.pass(Duration.ofMinutes(1));
        assertThat(poll()).containsExactly(sale + " 1");
        shop.clock.pass(Duration.ofMinutes(10));
        assertThat(poll()).isEmpty();
        shop.till().edit(sale, one(EARL, "2"));
        assertThat(poll()).containsExactly(sale + " 2");
    }

    @Test
    void onlyDifferencesOfOurClockCount() {
        poll();
        shop.clock.pass(Duration.ofMinutes(1));
        String first = shop.till().sell(LONDON, one(EARL, "1"));
        var ahead = new MovedClock();
        ahead.pass(Duration.ofDays(30));
        try (var ctx = new StandInCtx(shop.square.address(), ahead, TeaShop.TOKEN)) {
            assertThat(told(TeaShop.walk(cursor, at -> shop.connector.poll(at, ctx))))
                    .containsExactly(first + " 1");
            shop.clock.pass(Duration.ofMinutes(1));
            String second = shop.till().sell(LONDON, one(EARL, "1"));
            assertThat(told(TeaShop.walk(cursor, at -> shop.connector.poll(at, ctx))))
                    .containsExactlyInAnyOrder(first + " 1", second + " 1");
        }
    }

    @Test
    void manyOrdersAtManyLocationsAreWalkedPageByPage() {
        for (int i = 0; i < 12; i++) {
            shop.square.backOffice().location("L-" + i, "Shop " + i, "Europe/Paris", "EUR");
        }
        poll();
        List<String> sold = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            sold.add(shop.till().sell(i % 7 == 0 ? "L-11" : LONDON, one(EARL, "1")) + " 1");
        }
        assertThat(poll()).containsExactlyInAnyOrderElementsOf(sold);
    }

    @Test
    void whatHappenedDuringALongWalkIsAskedForByTheNext() {
        for (int i = 0; i < 12; i++) {
            shop.square.backOffice().location("L-" + i, "Shop " + i, "Europe/Paris", "EUR");
        }
        poll();
        shop.clock.pass(Duration.ofMinutes(10));
        Page<ReadItem> first = TeaShop.ok(shop.connector.poll(cursor, shop.ctx));
        String missed = shop.till().sell("L-0", one(EARL, "1"));
        shop.clock.pass(Duration.ofHours(2));
        String late = shop.till().sell(PARIS, one(EARL, "1"));
        cursor = first.cursor();
        assertThat(poll()).containsExactly(late + " 1");
        assertThat(poll()).contains(missed + " 1");
    }

    @Test
    void anInvalidCursorLetsTheWalkBeginAgainAndNothingIsMissed() {
        poll();
        List<String> sold = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            sold.add(shop.till().sell(LONDON, one(EARL, "1")) + " 1");
        }
        Page<ReadItem> first = TeaShop.ok(shop.connector.poll(cursor, shop.ctx));
        shop.faults().next(SEARCH, new Fault.InvalidCursor(), 1);
        Page<ReadItem> again = TeaShop.ok(shop.connector.poll(first.cursor(), shop.ctx));
        assertThat(told(again)).isEqualTo(told(first));
        shop.faults().next(SEARCH, new Fault.InvalidCursor(), 1);
        assertThat(shop.connector.poll(again.cursor(), shop.ctx))
                .isEqualTo(new Outcome.Retry<>(60));
        cursor = again.cursor();
        List<String> all = new ArrayList<>(told(again));
        all.addAll(poll());
        assertThat(all).containsExactlyInAnyOrderElementsOf(sold);
    }

    @Test
    void whatGoesWrongIsAskedForOnceMoreFromTheSameCursor() {
        poll();
        String sale = shop.till().sell(LONDON, one(EARL, "1"));
        shop.faults().next(SEARCH, new Fault.TokenExpired(), 1);
        assertThat(shop.connector.poll(cursor, shop.ctx))
                .isEqualTo(new Outcome.Reauthorise<>(true));
        shop.faults().next(HISTORY, new Fault.Unavailable(), 1);
        Page<ReadItem> orders = TeaShop.ok(shop.connector.poll(cursor, shop.ctx));
        assertThat(told(orders)).containsExactly(sale + " 1");
        assertThat(shop.connector.poll(orders.cursor(), shop.ctx))
                .isEqualTo(new Outcome.Retry<>(0));
        cursor = orders.cursor();
        assertThat(poll()).isEmpty();
    }

    @Test
    void aCursorThatIsNoneOfOursBeginsAnew() {
        String sale = shop.till().sell(LONDON, one(EARL, "1"));
        for (String bad : List.of("", "x", "{}", "[]", "{\"orders\":{},\"changes\":{}}")) {
            cursor = bad;
            assertThat(poll()).contains(sale + " 1");
        }
    }

    private List<String> poll() {
        Page<ReadItem> page = TeaShop.walk(cursor, at -> shop.connector.poll(at, shop.ctx));
        assertThat(page.cursor().length()).isLessThan(4_000);
        cursor = page.cursor();
        return told(page);
    }

    private static List<String> told(Page<ReadItem> page) {
        return page.items().stream()
                .map(
                        item ->
                                item instanceof ReadItem.Told(var event, _)
                                        ? event.externalId() + " " + event.revision()
                                        : item.toString())
                .toList();
    }
}
