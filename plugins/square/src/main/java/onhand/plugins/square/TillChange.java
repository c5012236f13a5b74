package onhand.plugins.square;

import io.onhand.plugin.PosEvent;
import io.onhand.plugin.PosEvent.PosLine;
import io.onhand.plugin.ReadItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of Square's history of a shelf: who caused it decides what it tells. What an order
 * moved is told by the order, what Onhand moved is an echo, and the rest was typed by people: it is
 * a fact, once and for ever.
 */
final class TillChange {

    /** Begins the reference of every change of Onhand's. */
    static final String OWN = "onhand:";

    private static final String IN_STOCK = "IN_STOCK";
    private static final int ID_MAX = 100;
    private static final int ORDER_MAX = 192;
    private static final int NAME_MAX = 64;

    private final boolean counted;
    private final JsonNode change;

    private TillChange(boolean counted, JsonNode change) {
        this.counted = counted;
        this.change = change;
    }

    /** Those of an answer. */
    static List<TillChange> all(JsonNode answer) {
        return answer.path("changes").valueStream().flatMap(node -> of(node).stream()).toList();
    }

    /** Nothing for one of a type that is not asked for. */
    private static Optional<TillChange> of(JsonNode node) {
        return switch (Json.text(node, "type")) {
            case "PHYSICAL_COUNT" -> Optional.of(new TillChange(true, node.path("physical_count")));
            case "ADJUSTMENT" -> Optional.of(new TillChange(false, node.path("adjustment")));
            default -> Optional.empty();
        };
    }

    /** Where it is; of ids that are no ids a shelf that nobody asks for. */
    Shelf shelf() {
        return new Shelf(Json.text(change, "catalog_object_id"), Json.text(change, "location_id"));
    }

    /** When Square learned of it. */
    Instant recordedAt() {
        return Times.find(change, "created_at").orElse(Instant.EPOCH);
    }

    /** The order that caused it, if one did. */
    Optional<String> order() {
        return Optional.of(Json.text(change, "transaction_id"))
                .filter(id -> !id.isEmpty() && id.length() <= ORDER_MAX);
    }

    /**
     * What it tells.
     *
     * @param application ours
     */
    ReadItem read(String application) {
        String id = Json.shown(Json.text(change, "id"), ID_MAX);
        try {
            return told(application);
        } catch (Misfit misfit) {
            return new ReadItem.Unreadable(
                    id.isEmpty() ? null : id, "The change: " + misfit.detail());
        }
    }

    private ReadItem told(String application) {
        String id = Json.id(change, "id", ID_MAX);
        String reference = Json.text(change, "reference_id");
        if (reference.startsWith(OWN)) {
            return new ReadItem.Echo(reference.substring(OWN.length()));
        }
        if (application.equals(Json.text(change.path("source"), "application_id"))) {
            return new ReadItem.Nothing(id, "Onhand made this change itself.");
        }
        if (order().isPresent() || change.hasNonNull("refund_id")) {
            return new ReadItem.Nothing(id, "An order caused this change and tells it.");
        }
        return counted ? count(id) : adjustment(id);
    }

    private ReadItem count(String id) {
        String state = Json.text(change, "state");
        return state.equals(IN_STOCK)
                ? fact(id, "count", null, Amount.of(change, "quantity"))
                : nothing(id, state);
    }

    private ReadItem adjustment(String id) {
        BigDecimal quantity = Amount.of(change, "quantity");
        if (quantity.signum() == 0) {
            return new ReadItem.Nothing(id, "Its quantity is 0.");
        }
        String from = Json.text(change, "from_state");
        String to = Json.text(change, "to_state");
        if (isOnShelf(from) == isOnShelf(to) || from.isEmpty() || to.isEmpty()) {
            return nothing(id, from + ">" + to);
        }
        return isOnShelf(to) ? in(id, from, quantity) : out(id, to, quantity);
    }

    /** What is promised to somebody stands on the shelf until it is fetched. */
    private static boolean isOnShelf(String state) {
        return state.equals(IN_STOCK) || state.equals("RESERVED_FOR_SALE");
    }

    private ReadItem in(String id, String from, BigDecimal quantity) {
        return switch (from) {
            case "NONE", "ORDERED_FROM_VENDOR", "RECEIVED_FROM_VENDOR", "IN_TRANSIT" ->
                    fact(id, "receipt", null, quantity);
            case "UNLINKED_RETURN", "RETURNED_BY_CUSTOMER" -> fact(id, "return", null, quantity);
            case "WASTE" -> fact(id, "adjustment", "found", quantity);
            default -> fact(id, "adjustment", "other", quantity);
        };
    }

    private ReadItem out(String id, String to, BigDecimal quantity) {
        String reason = to.equals("WASTE") ? "damaged" : "other";
        return fact(id, "adjustment", reason, quantity.negate());
    }

    private ReadItem fact(String id, String type, @Nullable String reason, BigDecimal quantity) {
        var line =
                new PosLine(
                        null,
                        Json.id(change, "catalog_object_id", NAME_MAX),
                        Amount.plain(quantity));
        return new ReadItem.Told(
                new PosEvent(
                        id,
                        0,
                        type,
                        Json.id(change, "location_id", NAME_MAX),
                        Times.of(change, "occurred_at").toString(),
                        0,
                        null,
                        reason,
                        null,
                        List.of(line)),
                null);
    }

    private static ReadItem nothing(String id, String states) {
        return new ReadItem.Nothing(
                id, "It does not change what is on the shelf: " + Json.shown(states, ID_MAX) + ".");
    }
}
