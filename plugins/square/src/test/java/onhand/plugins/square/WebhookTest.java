package onhand.plugins.square;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.Delivery;
import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Observation;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.ReadDelivery;
import io.onhand.plugin.ReadItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

    private static final String COUNT =
            "{\"calculated_at\":\"2026-01-05T11:59:59.9Z\",\"catalog_object_id\":\"VAR1\","
                    + "\"catalog_object_type\":\"ITEM_VARIATION\",\"location_id\":\"LOC1\","
                    + "\"quantity\":\"7.50\",\"state\":\"IN_STOCK\"}";

    private final SquareConnector connector = new SquareConnector();

    @ParameterizedTest
    @CsvSource({
        "order.created, order_created",
        "order.updated, order_updated",
        "payment.created, payment",
        "payment.updated, payment",
        "refund.created, refund",
        "refund.updated, refund"
    })
    void everyMessageOfASaleHintsAtItsOrder(String type, String field) {
        assertThat(items(message(type, "{\"" + field + "\":{\"order_id\":\"O-1\"}}")))
                .containsExactly(new ReadItem.Hint(new DocumentKey("order", "O-1", null)));
    }

    @Test
    void aCountIsObservedAndHintsAtTheHistoryOfItsShelf() {
        String waste = COUNT.replace("IN_STOCK", "WASTE");
        assertThat(items(counts(COUNT + "," + waste)))
                .containsExactly(
                        new ReadItem.Hint(
                                new DocumentKey(
                                        "shelf", "VAR1|LOC1", "2026-01-05T11:59:59.900000Z")),
                        new ReadItem.Observed(
                                new Observation(
                                        "VAR1", "LOC1", "7.5", "2026-01-05T11:59:59.900Z")));
        assertThat(items(counts(COUNT.replace("7.50", "-2"))))
                .contains(
                        new ReadItem.Observed(
                                new Observation("VAR1", "LOC1", "-2", "2026-01-05T11:59:59.900Z")));
    }

    @Test
    void manyCountsHintAtAllTheirShelves() {
        var list = new StringBuilder(COUNT);
        for (int i = 2; i <= 1_000; i++) {
            list.append(',').append(COUNT.replace("VAR1", "VAR" + i));
        }
        assertThat(items(counts(list.toString())))
                .hasSize(1_000)
                .hasOnlyElementsOfType(ReadItem.Hint.class);
        assertThat(read(counts(list + "," + COUNT), Map.of())).isInstanceOf(Outcome.Fail.class);
    }

    @Test
    void theIdOfTheMessageIsItsEventId() {
        assertThat(TeaShop.ok(read(counts(COUNT), Map.of())).vendorEventId()).isEqualTo("E-1");
    }

    @Test
    void aPaymentWithoutAnOrderAndUnknownTypesMoveNothing() {
        for (String body :
                List.of(
                        message("payment.updated", "{\"payment\":{}}"),
                        message("payment.updated", "{\"payment\":{\"order_id\":null}}"),
                        message("loyalty.updated", "{}"),
                        counts(COUNT.replace("IN_STOCK", "WASTE")))) {
            assertThat(items(body)).hasSize(1).hasOnlyElementsOfType(ReadItem.Nothing.class);
        }
    }

    @Test
    void aNewCatalogueAndAWithdrawnAccessAreAskedFor() {
        assertThat(
                        items(
                                message(
                                        "catalog.version.updated",
                                        "{\"catalog_version\":{\"updated_at\":"
                                                + "\"2026-01-05T12:00:00Z\"}}")))
                .containsExactly(
                        new ReadItem.Changed(ReadItem.Changed.What.CATALOGUE),
                        new ReadItem.Nothing(null, "The catalogue has changed."));
        assertThat(items(message("oauth.authorization.revoked", "{\"revocation\":{}}")))
                .containsExactly(
                        new ReadItem.Changed(ReadItem.Changed.What.ACCESS),
                        new ReadItem.Nothing(null, "The access was withdrawn."));
    }

    @Test
    void aMessageOfAnotherMerchantIsNotPosted() {
        String body = message("order.created", "{\"order_created\":{\"order_id\":\"O-1\"}}");
        assertThat(TeaShop.ok(read(body, Map.of("merchant", "M-OTHER"))).items())
                .containsExactly(
                        new ReadItem.Unreadable(null, "The message is of another merchant: M-1."));
        assertThat(TeaShop.ok(read(body, Map.of("merchant", "M-1"))).items())
                .hasOnlyElementsOfType(ReadItem.Hint.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"type\":\"order.created\"}",
                "{\"type\":7,\"event_id\":\"E\"}",
                "{\"type\":\"order.created\",\"event_id\":\"E\",\"event_id\":\"F\"}",
                "{\"type\":\"inventory.count.updated\",\"event_id\":\"E\",\"data\":{}}",
                "{\"type\":\"order.created\",\"event_id\":\"E\"} {}",
                "{\"type\":\"order.created\",\"event_id\":\"\u0001\"}"
            })
    void whatIsNoMessageOfSquaresFails(String body) {
        assertThat(read(body, Map.of()))
                .isInstanceOfSatisfying(
                        Outcome.Fail.class,
                        fail -> assertThat(fail.code()).isEqualTo("unreadable"));
    }

    @Test
    void aHintWithoutAnIdFailsAndDepthHasALimit() {
        assertThat(read(message("order.created", "{\"order_created\":{\"order_id\":7}}"), Map.of()))
                .isInstanceOf(Outcome.Fail.class);
        String deep = "[".repeat(40) + "]".repeat(40);
        assertThat(read(message("order.created", deep), Map.of())).isInstanceOf(Outcome.Fail.class);
    }

    @Test
    void anyBytesHaveAnOutcome() {
        var random = new Random(5);
        byte[] whole = counts(COUNT).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 5_000; i++) {
            byte[] body = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            assertThat(
                            connector.read(
                                    new Delivery("D", "2026-01-05T12:00:00Z", Map.of(), body),
                                    Map.of()))
                    .isNotNull();
        }
    }

    private List<ReadItem> items(String body) {
        return TeaShop.ok(read(body, Map.of())).items();
    }

    private Outcome<ReadDelivery> read(String body, Map<String, String> settings) {
        return connector.read(
                new Delivery(
                        "D",
                        "2026-01-05T12:00:00Z",
                        Map.of(),
                        body.getBytes(StandardCharsets.UTF_8)),
                settings);
    }

    private static String counts(String list) {
        return message("inventory.count.updated", "{\"inventory_counts\":[" + list + "]}");
    }

    private static String message(String type, String object) {
        return "{\"merchant_id\":\"M-1\",\"type\":\""
                + type
                + "\",\"event_id\":\"E-1\",\"created_at\":\"2026-01-05T12:00:00Z\","
                + "\"data\":{\"type\":\"x\",\"id\":\"D-1\",\"object\":"
                + object
                + "}}";
    }
}
