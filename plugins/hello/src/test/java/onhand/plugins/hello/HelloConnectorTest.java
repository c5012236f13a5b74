package onhand.plugins.hello;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.Delivery;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.PosEvent;
import io.onhand.plugin.ReadDelivery;
import io.onhand.plugin.ReadItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelloConnectorTest {

    @Test
    void aSaleIsRead() {
        var line = new PosEvent.PosLine(null, "TEA", "2");
        var sale =
                new PosEvent(
                        "1",
                        0,
                        "sale",
                        "LONDON",
                        "2026-11-20T10:00:00Z",
                        0,
                        null,
                        null,
                        null,
                        List.of(line));
        assertThat(read("{\"id\": \"1\", \"sku\": \"TEA\", \"quantity\": \"2\"}"))
                .isEqualTo(
                        new Outcome.Ok<>(
                                new ReadDelivery(null, List.of(new ReadItem.Told(sale, null)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "[]", "{}", "{\"id\": 1, \"sku\": \"TEA\", \"quantity\": 2}"})
    void everythingElseIsUnreadable(String body) {
        assertThat(read(body)).isInstanceOf(Outcome.Fail.class);
    }

    private static Outcome<ReadDelivery> read(String body) {
        var delivery =
                new Delivery(
                        "d-1",
                        "2026-11-20T10:00:00Z",
                        Map.of(),
                        body.getBytes(StandardCharsets.UTF_8));
        return new HelloConnector().read(delivery, Map.of("shop", "LONDON"));
    }
}
