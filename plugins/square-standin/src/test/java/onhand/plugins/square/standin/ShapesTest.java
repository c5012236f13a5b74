package onhand.plugins.square.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class ShapesTest {

    private static final String CREATE = "POST /v2/inventory/changes/batch-create";
    private static final Shapes SHAPES = Shapes.load();

    @Test
    void aChangeAsTheReferenceShowsItFits() {
        assertThat(misfits("\"quantity\":\"2\"")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quantity\":2 | EXPECTED_STRING",
                "\"quantity\":\"1.000001\" | INVALID_VALUE",
                "\"quantity\":\"123456789012345678901234567\" | VALUE_TOO_LONG",
                "\"quantity\":\"-1\" | VALUE_TOO_LOW",
                "\"quantity\":\"1e3\" | INVALID_VALUE",
                "\"quantity\":null | MISSING_REQUIRED_PARAMETER",
                "\"quantity\":\"2\",\"source\":{} | BAD_REQUEST",
            })
    void aQuantityHasItsFormAndReadOnlyFieldsAreRefused(String field, String code) {
        assertThat(misfits(field)).extracting(Misfit::code).containsExactly(code);
    }

    @Test
    void everyLimitOfARequestIsChecked() {
        ObjectNode request = Json.object().put("idempotency_key", "k".repeat(129));
        request.putArray("changes");
        assertThat(SHAPES.ofRequest(CREATE, request))
                .extracting(Misfit::code)
                .containsExactlyInAnyOrder("VALUE_TOO_LONG", "ARRAY_EMPTY");
        for (int i = 0; i <= 100; i++) {
            request.withArray("changes").add(Json.object().put("type", "ADJUSTMENT"));
        }
        request.put("idempotency_key", "");
        assertThat(SHAPES.ofRequest(CREATE, request))
                .extracting(Misfit::code)
                .containsExactlyInAnyOrder("VALUE_EMPTY", "ARRAY_LENGTH_TOO_LONG");
    }

    @Test
    void aReferenceHasAtMost255Characters() {
        assertThat(reference(255)).isEmpty();
        assertThat(reference(256)).extracting(Misfit::code).containsExactly("VALUE_TOO_LONG");
    }

    private static List<Misfit> reference(int length) {
        return SHAPES.ofRequest(
                CREATE, Json.MAPPER.readTree(change("\"quantity\":\"2\"", "r".repeat(length))));
    }

    @Test
    void ordersAreSearchedAtTenLocationsAndAHundredAreRetrieved() {
        assertThat(many("POST /v2/orders/search", "location_ids", 10)).isEmpty();
        assertThat(many("POST /v2/orders/search", "location_ids", 11))
                .containsExactly("ARRAY_LENGTH_TOO_LONG");
        assertThat(many("POST /v2/orders/batch-retrieve", "order_ids", 100)).isEmpty();
        assertThat(many("POST /v2/orders/batch-retrieve", "order_ids", 101))
                .containsExactly("ARRAY_LENGTH_TOO_LONG");
    }

    private static List<String> many(String call, String field, int count) {
        ObjectNode request = Json.object();
        for (int i = 0; i < count; i++) {
            request.withArray(field).add("ID-" + i);
        }
        return SHAPES.ofRequest(call, request).stream().map(Misfit::code).toList();
    }

    @Test
    void aWebhookWhoseDataIsOfAnotherKindIsNone() {
        ObjectNode body =
                Json.object()
                        .put("merchant_id", "M")
                        .put("type", "order.updated")
                        .put("event_id", "E")
                        .put("created_at", "2026-01-05T12:00:00Z");
        body.putObject("data").put("type", "payment").put("id", "P").putObject("object");
        assertThat(SHAPES.ofWebhook(body)).extracting(Misfit::field).containsExactly("data.type");
    }

    private static List<Misfit> misfits(String quantity) {
        return SHAPES.ofRequest(CREATE, Json.MAPPER.readTree(change(quantity, "ims:mv:882")));
    }

    private static String change(String quantity, String reference) {
        return """
               {"idempotency_key":"k","changes":[{"type":"ADJUSTMENT","adjustment":{
                "reference_id":"%s","catalog_object_id":"VAR1",
                "from_state":"IN_STOCK","to_state":"SOLD","location_id":"LOC1",
                "occurred_at":"2026-01-05T12:01:00Z",%s}}]}
               """
                .formatted(reference, quantity);
    }
}
