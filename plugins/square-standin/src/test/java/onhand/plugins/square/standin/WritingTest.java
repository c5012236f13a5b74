package onhand.plugins.square.standin;

import static onhand.plugins.square.standin.TeaShop.EARL;
import static onhand.plugins.square.standin.TeaShop.LONDON;
import static onhand.plugins.square.standin.TeaShop.PARIS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WritingTest {

    private static final String CREATE = "POST /v2/inventory/changes/batch-create";

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
    void aDifferenceMovesTheCountAndCarriesOurApplicationAsItsSource() {
        JsonNode answer = shop.ask(CREATE, adjustment("k1", "2", "2026-11-20T10:00:30Z"));
        assertThat(answer.path("counts").path(0).path("quantity").stringValue()).isEqualTo("98");
        JsonNode made = answer.path("changes").path(0).path("adjustment");
        assertThat(made.path("source").path("application_id").stringValue())
                .isEqualTo("sq0idp-onhand");
        assertThat(made.path("reference_id").stringValue()).isEqualTo("oh:1");
        assertThat(shop.count(LONDON, EARL)).isEqualTo("98");
    }

    @Test
    void aKeyIsWorthOneChangeAndAnotherBodyUnderItIsRefused() {
        String body = adjustment("k1", "2", "2026-11-20T10:00:30Z");
        JsonNode first = shop.ask(CREATE, body);
        assertThat(shop.ask(CREATE, body)).isEqualTo(first);
        assertThat(shop.square.references()).containsExactly("oh:1");
        assertThat(shop.refused(CREATE, adjustment("k1", "3", "2026-11-20T10:00:30Z")))
                .isEqualTo("400 IDEMPOTENCY_KEY_REUSED");
        assertThat(shop.count(LONDON, EARL)).isEqualTo("98");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T10:00:59Z, 400 INVALID_TIME",
        "2026-11-20T10:01:01Z, 400 INVALID_TIME",
        "yesterday, 400 INVALID_TIME",
        "2026-11-19T10:01:00Z, 200 ",
        "2026-11-20T11:01:00+01:00, 200 "
    })
    void aChangeIsOfTheLastDay(String at, String outcome) {
        assertThat(shop.refused(CREATE, adjustment("k1", "2", at)).strip()).isEqualTo(outcome);
    }

    @Test
    void aCountThatChangesNothingIsNotWrittenUnlessAskedFor() {
        assertThat(shop.ask(CREATE, count("k1", EARL, "100", true)).isEmpty()).isTrue();
        assertThat(shop.ask(CREATE, count("k2", EARL, "100", false)).path("changes").size())
                .isEqualTo(1);
        assertThat(shop.ask(CREATE, count("k3", EARL, "7", true)).path("changes").size())
                .isEqualTo(1);
        assertThat(shop.count(LONDON, EARL)).isEqualTo("7");
    }

    @Test
    void aTransferMovesBetweenLocationsAndIsNotInTheHistory() {
        shop.ask(
                CREATE,
                """
                {"idempotency_key":"t1","changes":[{"type":"TRANSFER","transfer":{
                 "catalog_object_id":"VAR-TEA-EARL-100","state":"IN_STOCK","quantity":"5",
                 "from_location_id":"L-LONDON","to_location_id":"L-PARIS",
                 "occurred_at":"2026-11-20T10:00:30Z"}}]}
                """);
        assertThat(shop.count(LONDON, EARL)).isEqualTo("95");
        assertThat(shop.count(PARIS, EARL)).isEqualTo("5");
        assertThat(
                        shop.ask(
                                        "POST /v2/inventory/changes/batch-retrieve",
                                        "{\"updated_after\":\"2026-11-20T10:00:30Z\"}")
                                .has("changes"))
                .isFalse();
    }

    @Test
    void oneBadChangeRefusesAll() {
        String good = adjustment("k1", "2", "2026-11-20T10:00:30Z");
        String change = good.substring(good.indexOf('[') + 1, good.lastIndexOf(']'));
        String both = good.replace("]}", "," + change.replace(EARL, "VAR-NONE") + "]}");
        assertThat(shop.refused(CREATE, both)).isEqualTo("404 NOT_FOUND");
        assertThat(shop.count(LONDON, EARL)).isEqualTo("100");
    }

    @Test
    void aDeletedVariationTakesNoChanges() {
        shop.square.backOffice().delete(EARL);
        assertThat(shop.refused(CREATE, count("k1", EARL, "3", true))).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void readOnlyStatesAndUnusualMovesAreRefused() {
        String body = adjustment("k1", "2", "2026-11-20T10:00:30Z");
        assertThat(shop.refused(CREATE, body.replace("SOLD", "RESERVED_FOR_SALE")))
                .isEqualTo("400 INVALID_ENUM_VALUE");
        assertThat(shop.refused(CREATE, body.replace("SOLD", "NONE")))
                .isEqualTo("400 INVALID_VALUE");
        assertThat(shop.refused(CREATE, body.replace("\"adjustment\"", "\"transfer\"")))
                .startsWith("400 ");
    }

    private static String adjustment(String key, String quantity, String at) {
        return """
        {"idempotency_key":"%s","changes":[{"type":"ADJUSTMENT","adjustment":{"reference_id":"oh:1",\
        "catalog_object_id":"VAR-TEA-EARL-100","from_state":"IN_STOCK","to_state":"SOLD",\
        "location_id":"L-LONDON","quantity":"%s","occurred_at":"%s"}}]}"""
                .formatted(key, quantity, at);
    }

    private static String count(String key, String variation, String quantity, boolean ignore) {
        return """
        {"idempotency_key":"%s","ignore_unchanged_counts":%s,"changes":[{"type":"PHYSICAL_COUNT",
         "physical_count":{"catalog_object_id":"%s","state":"IN_STOCK","location_id":"L-LONDON",
          "quantity":"%s","occurred_at":"2026-11-20T10:00:30Z"}}]}
        """
                .formatted(key, ignore, variation, quantity);
    }
}
