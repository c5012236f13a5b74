package onhand.plugins.square;

import io.onhand.plugin.Outcome;
import io.onhand.plugin.ReadDelivery;
import io.onhand.plugin.ReadItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A message in Square's envelope, {@code {merchant_id, type, event_id, created_at, data}}. Messages
 * come late, twice, out of order or not at all (developer.squareup.com, "Webhooks overview"): they
 * only hint at what to ask for.
 */
final class Webhook {

    /** What a delivery may tell. */
    private static final int ITEMS_MAX = 1_000;

    private static final int ID_MAX = 192;
    private static final int SHOWN_MAX = 60;

    private final JsonNode envelope;
    private final String type;

    private Webhook(JsonNode envelope) {
        this.envelope = envelope;
        this.type = Json.id(envelope, "type", ID_MAX);
    }

    static Outcome<ReadDelivery> read(byte[] body, Map<String, String> settings) {
        Optional<JsonNode> envelope = Json.object(body);
        if (envelope.isEmpty()) {
            return unreadable("The body is no JSON object.");
        }
        try {
            var message = new Webhook(envelope.get());
            String event = Json.id(envelope.get(), "event_id", ID_MAX);
            return new Outcome.Ok<>(new ReadDelivery(event, message.items(settings)));
        } catch (Misfit misfit) {
            return unreadable("The message is not in Square's form: " + misfit.detail());
        }
    }

    private List<ReadItem> items(Map<String, String> settings) {
        String ours = settings.getOrDefault(SquareDeclaration.MERCHANT, "");
        String merchant = Json.text(envelope, "merchant_id");
        if (!ours.isBlank() && !ours.equals(merchant)) {
            return List.of(
                    new ReadItem.Unreadable(
                            null,
                            "The message is of another merchant: "
                                    + Json.shown(merchant, SHOWN_MAX)
                                    + "."));
        }
        JsonNode object = envelope.path("data").path("object");
        return switch (type) {
            case "order.created", "order.updated", "order.fulfillment.updated" ->
                    order(object.path(type.replace('.', '_')));
            case "payment.created", "payment.updated" -> order(object.path("payment"));
            case "refund.created", "refund.updated" -> order(object.path("refund"));
            case "inventory.count.updated" -> counts(object.path("inventory_counts"));
            case "catalog.version.updated" ->
                    changed(ReadItem.Changed.What.CATALOGUE, "The catalogue has changed.");
            case "oauth.authorization.revoked" ->
                    changed(ReadItem.Changed.What.ACCESS, "The access was withdrawn.");
            default ->
                    nothing("Messages of type " + Json.shown(type, SHOWN_MAX) + " are not used.");
        };
    }

    /** Payments may be of no order. */
    private static List<ReadItem> order(JsonNode hint) {
        return hint.hasNonNull("order_id")
                ? List.of(Orders.hint(Json.id(hint, "order_id", ID_MAX)))
                : nothing("It names no order.");
    }

    /** The shelves' changes are asked for from when the count was calculated. */
    private static List<ReadItem> counts(JsonNode list) {
        if (!list.isArray() || list.size() > ITEMS_MAX) {
            throw new Misfit("there is no list of at most " + ITEMS_MAX + " counts.");
        }
        List<StockCount> counts =
                list.valueStream().flatMap(count -> StockCount.read(count).stream()).toList();
        List<ReadItem> items = new ArrayList<>();
        for (StockCount count : counts) {
            count.shelf().key(count.at()).map(ReadItem.Hint::new).ifPresent(items::add);
        }
        // what does not fit any more is observed when all counts are asked for
        counts.stream()
                .limit(ITEMS_MAX - items.size())
                .forEach(count -> items.add(new ReadItem.Observed(count.observation())));
        return items.isEmpty() ? nothing("It tells of no stock on a shelf.") : items;
    }

    private static List<ReadItem> changed(ReadItem.Changed.What what, String detail) {
        return List.of(new ReadItem.Changed(what), new ReadItem.Nothing(null, detail));
    }

    private static List<ReadItem> nothing(String detail) {
        return List.of(new ReadItem.Nothing(null, detail));
    }

    private static Outcome<ReadDelivery> unreadable(String message) {
        return new Outcome.Fail<>("unreadable", message);
    }
}
