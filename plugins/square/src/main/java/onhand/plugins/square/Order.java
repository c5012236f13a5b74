package onhand.plugins.square;

import io.onhand.plugin.PosEvent;
import io.onhand.plugin.PosEvent.PosLine;
import io.onhand.plugin.ReadItem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An order as it stands. It moves stock when it is completed, and comes to nothing when it is
 * canceled; its version, which grows with every change, is its revision.
 *
 * <p>What is brought back is an order of its own with {@code returns} and without {@code
 * line_items}. An exchange has both, and is a sale with lines below zero.
 */
final class Order {

    private static final int ID_MAX = 192;
    private static final int LOCATION_MAX = 64;
    private static final int STATE_SHOWN_MAX = 30;

    private final JsonNode order;
    private final String id;

    private Order(JsonNode order) {
        this.order = order;
        this.id = Json.id(order, "id", ID_MAX);
    }

    /** What it tells. */
    static ReadItem read(JsonNode order) {
        try {
            return new Order(order).told();
        } catch (Misfit misfit) {
            String id = Json.shown(Json.text(order, "id"), ID_MAX);
            return new ReadItem.Unreadable(
                    id.isEmpty() ? null : id, "The order: " + misfit.detail());
        }
    }

    private ReadItem told() {
        return switch (Json.text(order, "state")) {
            case "COMPLETED" -> completed();
            case "CANCELED" -> told("void", List.of(), null);
            case "OPEN", "DRAFT" -> new ReadItem.Nothing(id, "The order is not completed yet.");
            case String other ->
                    new ReadItem.Nothing(
                            id,
                            "The order's state is unknown: "
                                    + Json.shown(other, STATE_SHOWN_MAX)
                                    + ".");
        };
    }

    private ReadItem completed() {
        boolean sold = !order.path("line_items").isEmpty();
        var lines = new OrderLines();
        lines.add(order.path("line_items"), false);
        for (JsonNode back : order.path("returns")) {
            lines.add(back.path("return_line_items"), sold);
        }
        String type = lines.moving().isEmpty() ? "void" : sold ? "sale" : "return";
        return told(type, lines.moving(), lines.remark());
    }

    private ReadItem told(String type, List<PosLine> lines, @Nullable String detail) {
        return new ReadItem.Told(
                new PosEvent(
                        id,
                        version(),
                        type,
                        Json.id(order, "location_id", LOCATION_MAX),
                        closedAt().toString(),
                        0,
                        null,
                        null,
                        null,
                        lines),
                detail);
    }

    private long version() {
        JsonNode version = order.path("version");
        if (!version.isIntegralNumber() || !version.canConvertToLong() || version.longValue() < 0) {
            throw new Misfit("version is no whole number.");
        }
        return version.longValue();
    }

    /** When it was paid, whatever was changed later. */
    private Instant closedAt() {
        return Times.find(order, "closed_at").orElseGet(() -> Times.of(order, "updated_at"));
    }
}
