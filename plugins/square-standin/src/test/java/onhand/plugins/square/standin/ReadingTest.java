package onhand.plugins.square.standin;

import static onhand.plugins.square.standin.TeaShop.EARL;
import static onhand.plugins.square.standin.TeaShop.LONDON;
import static onhand.plugins.square.standin.TeaShop.PARIS;
import static onhand.plugins.square.standin.TeaShop.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ReadingTest {

    private static final String SEARCH = "POST /v2/orders/search";
    private static final String CATALOG = "POST /v2/catalog/search";
    private static final String COUNTS = "POST /v2/inventory/counts/batch-retrieve";

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
    void locationsAreListed() {
        assertThat(shop.ask("GET /v2/locations", "").path("locations").valueStream())
                .extracting(location -> location.path("id").stringValue())
                .containsExactly(LONDON, PARIS);
    }

    @Test
    void aWalkByCursorShowsEveryOrderOnceOldestFirst() {
        List<String> sold = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            sold.add(shop.till().sell(LONDON, one(EARL, "1")));
            shop.clock.pass(Duration.ofSeconds(i % 2));
        }
        List<String> found =
                walk(
                        SEARCH,
                        """
                        {"location_ids":["L-LONDON"],"limit":3,"query":{
                         "filter":{"date_time_filter":{"updated_at":{"start_at":"2026-11-20T10:00:00Z"}}},
                         "sort":{"sort_field":"UPDATED_AT","sort_order":"ASC"}}}
                        """,
                        "orders");
        assertThat(found).containsExactlyInAnyOrderElementsOf(sold);
    }

    @Test
    void ordersAreFoundByStateAndByTheTimeOfTheirLastChange() {
        String open = shop.till().open(LONDON, one(EARL, "1"));
        String old = shop.till().sell(LONDON, one(EARL, "1"));
        shop.clock.pass(Duration.ofMinutes(5));
        String fresh = shop.till().sell(LONDON, one(EARL, "1"));
        shop.till().edit(old, one(EARL, "2"));
        assertThat(
                        walk(
                                SEARCH,
                                """
                                {"location_ids":["L-LONDON","L-PARIS"],"query":{"filter":{
                                 "state_filter":{"states":["COMPLETED"]},
                                 "date_time_filter":{"updated_at":{"start_at":"2026-11-20T10:06:00Z",
                                  "end_at":"2026-11-20T10:06:00Z"}}},
                                 "sort":{"sort_field":"UPDATED_AT"}}}
                                """,
                                "orders"))
                .containsExactlyInAnyOrder(old, fresh)
                .doesNotContain(open);
        assertThat(shop.ask(SEARCH, "{\"location_ids\":[\"L-PARIS\"]}").isEmpty()).isTrue();
        assertThat(
                        shop.ask(
                                        SEARCH,
                                        "{\"location_ids\":[\"L-LONDON\"],\"return_entries\":true}")
                                .path("order_entries")
                                .size())
                .isEqualTo(3);
    }

    @Test
    void aFilterByAnotherTimeThanTheSortIsRefused() {
        assertThat(
                        shop.refused(
                                SEARCH,
                                """
                                {"location_ids":["L-LONDON"],"query":{"filter":{
                                 "date_time_filter":{"updated_at":{}}}}}
                                """))
                .isEqualTo("400 CONFLICTING_PARAMETERS");
        assertThat(shop.refused(SEARCH, "{\"location_ids\":[],\"limit\":500}"))
                .isEqualTo("400 ARRAY_EMPTY");
        assertThat(shop.refused(SEARCH, "{\"location_ids\":[\"L-LONDON\"],\"limit\":1001}"))
                .isEqualTo("400 VALUE_TOO_HIGH");
    }

    @Test
    void aCursorOfAnotherQuestionIsInvalid() {
        String question = "{\"location_ids\":[\"L-LONDON\"],\"limit\":1";
        String cursor = shop.ask(COUNTS, question + "}").path("cursor").stringValue();
        assertThat(shop.ask(COUNTS, question + ",\"cursor\":\"" + cursor + "\"}").isEmpty())
                .isFalse();
        for (String bad : List.of("x", "!", "", cursor + "x")) {
            assertThat(shop.refused(COUNTS, "{\"cursor\":\"" + bad + "\"}"))
                    .isEqualTo("400 INVALID_CURSOR");
        }
        assertThat(shop.refused(COUNTS, "{\"cursor\":\"" + cursor + "\"}"))
                .isEqualTo("400 INVALID_CURSOR");
    }

    @Test
    void countsAreNewestFirstAndMayBeAskedForSinceATime() {
        shop.till().sell(LONDON, one(EARL, "1"));
        JsonNode newest = shop.ask(COUNTS, "{}").path("counts").path(0);
        assertThat(newest.path("catalog_object_id").stringValue()).isEqualTo(EARL);
        assertThat(
                        shop.ask(COUNTS, "{\"updated_after\":\"2026-11-20T10:00:30Z\"}")
                                .path("counts")
                                .size())
                .isEqualTo(1);
        assertThat(shop.ask(COUNTS, "{\"updated_after\":\"2026-11-20T10:01:00Z\"}").isEmpty())
                .isTrue();
    }

    @Test
    void theListOfTheCatalogueNeverShowsWhatWasDeletedAndTheSearchDoesWhenAsked() {
        shop.clock.pass(Duration.ofMinutes(1));
        shop.square.backOffice().delete(EARL);
        assertThat(
                        shop.ask("GET /v2/catalog/list", "?types=ITEM%2CITEM_VARIATION")
                                .path("objects")
                                .size())
                .isEqualTo(4);
        String since =
                "{\"object_types\":[\"ITEM_VARIATION\"],\"begin_time\":\"2026-11-20T10:01:00Z\"";
        assertThat(shop.ask(CATALOG, since + "}").has("objects")).isFalse();
        JsonNode deleted = shop.ask(CATALOG, since + ",\"include_deleted_objects\":true}");
        assertThat(deleted.path("objects").size()).isEqualTo(1);
        assertThat(deleted.path("objects").path(0).path("is_deleted").booleanValue()).isTrue();
        assertThat(deleted.path("latest_time").stringValue()).isEqualTo("2026-11-20T10:02:00Z");
        assertThat(shop.count(LONDON, EARL)).isEqualTo("none");
    }

    @Test
    void aLongCatalogueIsListedPageByPage() {
        List<Goods> many = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            many.add(new Goods("BAG-" + i, "Bag " + i, null, true, 100));
        }
        shop.square.backOffice().goods(many);
        JsonNode first = shop.ask("GET /v2/catalog/list", "?types=ITEM_VARIATION");
        String cursor = first.path("cursor").stringValue();
        JsonNode next = shop.ask("GET /v2/catalog/list", "?types=ITEM_VARIATION&cursor=" + cursor);
        assertThat(first.path("objects").size() + next.path("objects").size()).isEqualTo(123);
        assertThat(next.has("cursor")).isFalse();
    }

    private List<String> walk(String call, String body, String field) {
        List<String> ids = new ArrayList<>();
        ObjectNode question = (ObjectNode) Json.MAPPER.readTree(body);
        while (true) {
            JsonNode page = shop.ask(call, question.toString());
            page.path(field).forEach(row -> ids.add(row.path("id").stringValue()));
            if (!page.has("cursor")) {
                return ids;
            }
            question.set("cursor", page.path("cursor"));
        }
    }
}
