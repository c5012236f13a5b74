package onhand.plugins.square.standin;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An order as the till sees it: what Square has of it, and what still waits for the network. */
final class OrderSeen {

    private OrderSeen() {}

    /** Its state, or an empty text when nobody knows it. */
    static String state(Tables tables, String order) {
        ObjectNode kept = tables.find(Table.ORDERS, order);
        String state = kept == null ? "" : Json.text(kept, "state");
        for (ObjectNode deed : tables.all(Table.WAITING)) {
            if (order.equals(Json.textOrNull(deed, "order"))) {
                state =
                        switch (Json.text(deed, "kind")) {
                            case "open" -> "OPEN";
                            case "cancel" -> "CANCELED";
                            case "edit" -> state;
                            default -> "COMPLETED";
                        };
            }
        }
        return state;
    }

    /** Its lines. */
    static JsonNode lines(Tables tables, String order) {
        ObjectNode kept = tables.find(Table.ORDERS, order);
        JsonNode lines = kept == null ? Json.array() : kept.path("line_items");
        for (ObjectNode deed : tables.all(Table.WAITING)) {
            boolean same = order.equals(Json.textOrNull(deed, "order"));
            if (same && deed.has("lines") && !deed.has("source")) {
                lines = deed.path("lines");
            }
        }
        return lines;
    }

    /** What was brought back of it, by the uid of the line that had sold it. */
    static Map<String, BigDecimal> returned(Tables tables, String order) {
        Map<String, BigDecimal> returned = new HashMap<>();
        for (ObjectNode other : tables.all(Table.ORDERS)) {
            for (JsonNode back : other.path("returns")) {
                if (order.equals(Json.textOrNull(back, "source_order_id"))) {
                    add(returned, back.path("return_line_items"));
                }
            }
        }
        for (ObjectNode deed : tables.all(Table.WAITING)) {
            if (order.equals(Json.textOrNull(deed, "source"))) {
                add(returned, deed.path("lines"));
            }
        }
        return returned;
    }

    private static void add(Map<String, BigDecimal> returned, JsonNode lines) {
        for (JsonNode line : lines) {
            returned.merge(
                    Json.text(line, "source_line_item_uid"), Lines.quantity(line), BigDecimal::add);
        }
    }
}
