package onhand.plugins.square;

import static onhand.plugins.square.TeaShop.EARL;
import static onhand.plugins.square.TeaShop.GREEN;
import static onhand.plugins.square.TeaShop.LONDON;
import static onhand.plugins.square.TeaShop.PARIS;
import static onhand.plugins.square.TeaShop.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.PosEvent;
import io.onhand.plugin.ReadItem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import onhand.plugins.square.standin.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockChangesTest {

    private static final String HISTORY = "POST /v2/inventory/changes/batch-retrieve";
    private static final String SINCE = "2026-11-20T10:01:00.000000Z";

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
    void whatIsTypedAtTheTillIsAFact() {
        shop.till().recount(LONDON, EARL, "42.50");
        shop.clock.pass(Duration.ofSeconds(1));
        shop.till().receive(LONDON, EARL, "3");
        shop.clock.pass(Duration.ofSeconds(1));
        shop.till().lose(LONDON, EARL, "2");
        List<PosEvent> events = events(shop.shelf(EARL, LONDON, SINCE));
        assertThat(events)
                .extracting(StockChangesTest::shown)
                .containsExactly("count 42.5 null", "receipt 3 null", "adjustment -2 damaged");
        assertThat(events).extracting(PosEvent::revision).containsOnly(0L);
        assertThat(events).extracting(PosEvent::location).containsOnly(LONDON);
        assertThat(events).extracting(PosEvent::externalId).doesNotHaveDuplicates();
        assertThat(events.getLast().occurredAt()).isEqualTo("2026-11-20T10:01:02Z");
    }

    @Test
    void whatAnOrderCausedHintsAtTheOrder() {
        shop.till().sell(LONDON, one(EARL, "1"));
        shop.clock.pass(Duration.ofSeconds(1));
        String second = shop.till().sell(LONDON, one(EARL, "1"));
        String back = shop.till().refund(second, one(EARL, "1"));
        assertThat(shop.shelf(EARL, LONDON, "2026-11-20T10:01:01.000000Z"))
                .containsExactlyInAnyOrder(Orders.hint(second), Orders.hint(back));
        // a count that was calculated later than its change was recorded
        assertThat(shop.shelf(EARL, LONDON, "2026-11-20T10:01:09.000000Z"))
                .containsExactlyInAnyOrder(Orders.hint(second), Orders.hint(back));
        assertThat(shop.shelf(GREEN, LONDON, SINCE)).isEmpty();
    }

    @Test
    void ordersAndShelvesAreEachAskedForOnce() {
        String order = shop.till().sell(LONDON, one(EARL, "1"));
        shop.till().recount(PARIS, GREEN, "5");
        var keys =
                List.of(
                        new DocumentKey("shelf", EARL + "|" + LONDON, SINCE),
                        new DocumentKey("order", order, null),
                        new DocumentKey("shelf", GREEN + "|" + PARIS, SINCE),
                        new DocumentKey("shelf", "nonsense", SINCE),
                        new DocumentKey("shelf", GREEN + "|" + LONDON, null));
        assertThat(TeaShop.ok(shop.connector.fetch(keys, shop.ctx)))
                .extracting(fetched -> fetched.key())
                .containsExactlyInAnyOrderElementsOf(keys);
        assertThat(shop.ctx.calls).hasSize(2);
    }

    @Test
    void theOpeningCountIsInTheWholeHistory() {
        assertThat(events(shop.shelf(EARL, LONDON, null)))
                .extracting(StockChangesTest::shown)
                .containsExactly("count 100 null");
    }

    @Test
    void whatGoesWrongIsTheOutcomeOfAll() {
        shop.faults().next(HISTORY, new Fault.RateLimited(Duration.ofSeconds(3)), 1);
        var keys =
                List.of(
                        new DocumentKey("order", "O-1", null),
                        new DocumentKey("shelf", EARL + "|" + LONDON, SINCE));
        assertThat(shop.connector.fetch(keys, shop.ctx)).isEqualTo(new Outcome.Retry<>(3));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, IN_STOCK, receipt 2 null",
        "UNLINKED_RETURN, IN_STOCK, return 2 null",
        "WASTE, IN_STOCK, adjustment 2 found",
        "IN_STOCK, WASTE, adjustment -2 damaged",
        "IN_STOCK, SOLD, adjustment -2 other",
        "IN_STOCK, NONE, adjustment -2 other",
        "ORDERED_FROM_VENDOR, IN_STOCK, receipt 2 null",
        "RECEIVED_FROM_VENDOR, IN_STOCK, receipt 2 null",
        "IN_TRANSIT, IN_STOCK, receipt 2 null",
        "RETURNED_BY_CUSTOMER, IN_STOCK, return 2 null",
        "SOLD, IN_STOCK, adjustment 2 other",
        "DECOMPOSED, IN_STOCK, adjustment 2 other",
        "IN_STOCK, IN_TRANSIT, adjustment -2 other",
        "IN_STOCK, RESERVED_FOR_SALE, nothing",
        "RESERVED_FOR_SALE, IN_STOCK, nothing",
        "NONE, WASTE, nothing",
        "'', IN_STOCK, nothing"
    })
    void aMovementBetweenTwoStatesIsTakenForWhatItIs(String from, String to, String told) {
        ReadItem item = read(adjustment(from, to, ""));
        assertThat(item instanceof ReadItem.Told(var event, _) ? shown(event) : "nothing")
                .isEqualTo(told);
    }

    @Test
    void ofTwoApplicationsOnlyOursIsKnown() {
        String source = "\"source\":{\"product\":\"EXTERNAL_API\",\"application_id\":\"%s\"},";
        assertThat(read(adjustment("NONE", "IN_STOCK", source.formatted("sq0idp-onhand"))))
                .isInstanceOf(ReadItem.Nothing.class);
        assertThat(read(adjustment("NONE", "IN_STOCK", source.formatted("sq0idp-other"))))
                .isInstanceOf(ReadItem.Told.class);
        assertThat(read(adjustment("NONE", "IN_STOCK", "\"reference_id\":\"onhand:k:1\",")))
                .isEqualTo(new ReadItem.Echo("k:1"));
        assertThat(read(adjustment("SOLD", "IN_STOCK", "\"refund_id\":\"R-1\",")))
                .isInstanceOf(ReadItem.Nothing.class);
        assertThat(read(adjustment("NONE", "IN_STOCK", "\"refund_id\":null,")))
                .isInstanceOf(ReadItem.Told.class);
    }

    @Test
    void anInvalidCursorLetsTheWalkBeginAgainAndTellsNothingTwice() {
        String page = page();
        String invalid = "{\"errors\":[{\"code\":\"INVALID_CURSOR\"}]}";
        var key = new DocumentKey("shelf", "V|L", SINCE);
        var once =
                new ScriptedCtx()
                        .then(200, page)
                        .then(400, invalid)
                        .then(200, page)
                        .then(200, "{}");
        assertThat(TeaShop.ok(shop.connector.fetch(List.of(key), once)))
                .first()
                .isInstanceOfSatisfying(
                        Fetched.Found.class, found -> assertThat(found.items()).hasSize(1));
        assertThat(once.asked.get(1)).contains("\"cursor\":\"C\"");
        assertThat(once.asked.get(2)).isEqualTo(once.asked.get(0)).doesNotContain("cursor");
        var twice =
                new ScriptedCtx()
                        .then(200, page)
                        .then(400, invalid)
                        .then(200, page)
                        .then(400, invalid);
        assertThat(shop.connector.fetch(List.of(key), twice)).isEqualTo(new Outcome.Retry<>(60));
    }

    @Test
    void aHistoryWithoutEndIsLeftToPolling() {
        String page = page();
        var ctx = new ScriptedCtx();
        for (int i = 0; i < 5; i++) {
            ctx.then(200, page);
        }
        var key = new DocumentKey("shelf", "V|L", SINCE);
        TeaShop.ok(shop.connector.fetch(List.of(key), ctx));
        assertThat(ctx.asked).hasSize(5);
    }

    @Test
    void aLongHistoryOfSeveralShelvesIsToBeAskedForShelfByShelf() {
        var ctx = new ScriptedCtx();
        for (int i = 0; i < 5; i++) {
            ctx.then(200, "{\"cursor\":\"C\"}");
        }
        var keys =
                List.of(
                        new DocumentKey("shelf", "V|L", SINCE),
                        new DocumentKey("shelf", "W|L", SINCE));
        assertThat(shop.connector.fetch(keys, ctx)).isInstanceOf(Outcome.Fail.class);
    }

    @Test
    void aChangeThatCannotBeReadSaysSo() {
        assertThat(read("{\"type\":\"ADJUSTMENT\",\"adjustment\":{\"id\":\"A-1\"}}"))
                .isEqualTo(new ReadItem.Unreadable("A-1", "The change: quantity is no decimal."));
        assertThat(read("{\"type\":\"PHYSICAL_COUNT\"}")).isInstanceOf(ReadItem.Unreadable.class);
    }

    private static ReadItem read(String change) {
        var answer = Json.object("{\"changes\":[" + change + "]}").orElseThrow();
        return TillChange.all(answer).getFirst().read("sq0idp-onhand");
    }

    /** A page that is not the last, with all that Square says of a change. */
    private static String page() {
        String more =
                "\"source\":{\"product\":\"SQUARE_POS\"},"
                        + "\"catalog_object_type\":\"ITEM_VARIATION\","
                        + "\"created_at\":\"2026-11-20T10:01:00Z\",";
        return "{\"changes\":[" + adjustment("NONE", "IN_STOCK", more) + "],\"cursor\":\"C\"}";
    }

    private static String adjustment(String from, String to, String more) {
        return "{\"type\":\"ADJUSTMENT\",\"adjustment\":{\"id\":\"A-1\","
                + more
                + "\"from_state\":\""
                + from
                + "\",\"to_state\":\""
                + to
                + "\",\"catalog_object_id\":\"V\",\"location_id\":\"L\",\"quantity\":\"2\","
                + "\"occurred_at\":\"2026-11-20T10:01:00+01:00\"}}";
    }

    private static List<PosEvent> events(List<ReadItem> items) {
        return items.stream()
                .map(item -> item instanceof ReadItem.Told(var event, _) ? event : null)
                .filter(event -> event != null)
                .toList();
    }

    private static String shown(PosEvent event) {
        return event.type() + " " + event.lines().getFirst().quantity() + " " + event.reason();
    }
}
