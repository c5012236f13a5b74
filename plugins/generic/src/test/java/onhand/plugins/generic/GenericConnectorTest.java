package onhand.plugins.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.Delivery;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.PosEvent;
import io.onhand.plugin.ReadDelivery;
import io.onhand.plugin.ReadItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GenericConnectorTest {

    private static final String SALE =
            """
            {"externalId": "S-1", "revision": 2, "type": "sale", "location": "LONDON",
             "occurredAt": "2026-11-20T10:00:00Z", "lines": [{"sku": "TEA", "quantity": "1.5"}]}
            """;

    @Test
    void aListOfEventsIsRead() {
        assertThat(items("{\"events\":[" + SALE + "]}"))
                .containsExactly(
                        new ReadItem.Told(
                                new PosEvent(
                                        "S-1",
                                        2,
                                        "sale",
                                        "LONDON",
                                        "2026-11-20T10:00:00Z",
                                        0,
                                        null,
                                        null,
                                        null,
                                        List.of(new PosEvent.PosLine(null, "TEA", "1.5"))),
                                null));
    }

    @Test
    void aBadEventDoesNotSpoilTheGoodOnesBesideIt() {
        String bad = SALE.replace("\"1.5\"", "1.5").replace("S-1", "S-2");
        assertThat(items("{\"events\":[" + bad + "," + SALE + "]}"))
                .hasSize(2)
                .first()
                .isEqualTo(new ReadItem.Unreadable("S-2", "quantity is no text."));
    }

    @Test
    void whatIsNoListOfEventsFails() {
        for (String body :
                List.of("", "null", "[]", "{}", "{\"events\":{}}", "{\"events\":[]}x", "\u0000")) {
            assertThat(read(body)).as(body).isInstanceOf(Outcome.Fail.class);
        }
    }

    @Test
    void anyBytesHaveAnOutcome() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] body = new byte[random.nextInt(200)];
            random.nextBytes(body);
            assertThat(new GenericConnector().read(delivery(body), Map.of())).isNotNull();
        }
    }

    private static List<ReadItem> items(String body) {
        return read(body) instanceof Outcome.Ok<ReadDelivery>(var value)
                ? value.items()
                : List.of();
    }

    private static Outcome<ReadDelivery> read(String body) {
        return new GenericConnector()
                .read(delivery(body.getBytes(StandardCharsets.UTF_8)), Map.of());
    }

    private static Delivery delivery(byte[] body) {
        return new Delivery("d-1", "2026-11-20T10:00:00Z", Map.of(), body);
    }
}
