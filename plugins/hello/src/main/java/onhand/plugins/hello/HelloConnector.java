package onhand.plugins.hello;

import io.onhand.plugin.Declaration;
import io.onhand.plugin.Declaration.SecretField;
import io.onhand.plugin.Declaration.SettingField;
import io.onhand.plugin.Delivery;
import io.onhand.plugin.HookSignature;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.PosConnector;
import io.onhand.plugin.PosEvent;
import io.onhand.plugin.ReadDelivery;
import io.onhand.plugin.ReadItem;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A till that sends each sale as {@code {"id": "1", "sku": "TEA", "quantity": "2"}}. */
@Extension
public final class HelloConnector implements PosConnector {

    private static final Declaration DECLARATION =
            new Declaration(
                    "Hello",
                    new HookSignature.StandardWebhooks("signingSecret"),
                    List.of(),
                    Map.of("sale", "the message of each sale"),
                    List.of(new SettingField("shop", "Shop", "Where its sales are made.", true)),
                    List.of(
                            new SecretField(
                                    "signingSecret",
                                    "Signing secret",
                                    "Begins with whsec_.",
                                    List.of())),
                    null,
                    1,
                    0);

    private final JsonMapper json = new JsonMapper();

    @Override
    public String id() {
        return "hello";
    }

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Outcome<ReadDelivery> read(Delivery delivery, Map<String, String> settings) {
        JsonNode sale;
        try {
            sale = json.readTree(delivery.body());
        } catch (JacksonException e) {
            return new Outcome.Fail<>("unreadable", "The body is no JSON.");
        }
        if (!List.of("id", "sku", "quantity").stream()
                .allMatch(name -> sale.path(name).isString())) {
            return new Outcome.Fail<>("unreadable", "A sale has the texts id, sku and quantity.");
        }
        var line =
                new PosEvent.PosLine(
                        null, sale.path("sku").asString(), sale.path("quantity").asString());
        var event =
                new PosEvent(
                        sale.path("id").asString(),
                        0,
                        "sale",
                        settings.getOrDefault("shop", ""),
                        delivery.receivedAt(),
                        0,
                        null,
                        null,
                        null,
                        List.of(line));
        return new Outcome.Ok<>(new ReadDelivery(null, List.of(new ReadItem.Told(event, null))));
    }
}
