package onhand.plugins.square.standin;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes changes of stock in one act and tells which counts they made. */
final class Changes {

    private static final String TILL = "SQUARE_POS";

    private final Act act;
    private final Set<Stock.Place> touched = new LinkedHashSet<>();

    Changes(Act act) {
        this.act = act;
    }

    /** What was counted at the till. */
    void count(String location, String variation, String quantity, Instant at) {
        ObjectNode count =
                written("COUNT", TILL, location, variation, quantity, at).put("state", "IN_STOCK");
        add("PHYSICAL_COUNT", "physical_count", count);
    }

    /** What was moved at the till, in {@code from} to {@code to}. */
    void move(String location, String variation, String quantity, Instant at, Kind kind) {
        add("ADJUSTMENT", "adjustment", moved(location, variation, quantity, at, kind));
    }

    /** What an order sold (above zero) or took back (below), of an article that is counted. */
    void sold(
            ObjectNode order,
            String variation,
            BigDecimal quantity,
            Instant at,
            @Nullable String refund) {
        if (quantity.signum() == 0 || !act.tables().tracks(variation)) {
            return;
        }
        Kind back = refund == null ? Kind.TAKEN_BACK : Kind.RETURNED;
        ObjectNode moved =
                moved(
                        Json.text(order, "location_id"),
                        variation,
                        quantity.abs().toPlainString(),
                        at,
                        quantity.signum() > 0 ? Kind.SOLD : back);
        moved.put("transaction_id", Json.text(order, "id"));
        if (refund != null) {
            moved.put("refund_id", refund);
        }
        add("ADJUSTMENT", "adjustment", moved);
    }

    /** A change as it was asked for through the API, whose application becomes its source. */
    ObjectNode asked(String type, String field, ObjectNode wanted) {
        ObjectNode change = wanted.deepCopy();
        change.put("id", act.newId("CHANGE"))
                .put("catalog_object_type", "ITEM_VARIATION")
                .put("created_at", act.now().toString())
                .put("occurred_at", Instant.parse(Json.text(wanted, "occurred_at")).toString());
        change.set(
                "source",
                Json.object()
                        .put("product", "EXTERNAL_API")
                        .put("application_id", act.settings().application())
                        .put("name", "Onhand"));
        return add(type, field, change);
    }

    /** The counts as they are after all changes. */
    List<ObjectNode> counts() {
        return touched.stream().map(act.tables().stock()::count).toList();
    }

    void announce() {
        List<ObjectNode> counts = counts();
        if (!counts.isEmpty()) {
            ArrayNode list = Json.array();
            counts.forEach(list::add);
            ObjectNode object = Json.object();
            object.set("inventory_counts", list);
            act.announce("inventory.count.updated", act.newId("IC"), object);
        }
    }

    /** Movements between two of Square's states. */
    enum Kind {
        SOLD("IN_STOCK", "SOLD"),
        TAKEN_BACK("SOLD", "IN_STOCK"),
        RETURNED("UNLINKED_RETURN", "IN_STOCK"),
        RECEIVED("NONE", "IN_STOCK"),
        LOST("IN_STOCK", "WASTE");

        private final String from;
        private final String to;

        Kind(String from, String to) {
            this.from = from;
            this.to = to;
        }
    }

    private ObjectNode moved(
            String location, String variation, String quantity, Instant at, Kind kind) {
        return written("ADJ", TILL, location, variation, quantity, at)
                .put("from_state", kind.from)
                .put("to_state", kind.to);
    }

    private ObjectNode written(
            String idKind,
            String product,
            String location,
            String variation,
            String quantity,
            Instant at) {
        ObjectNode change =
                Json.object()
                        .put("id", act.newId(idKind))
                        .put("catalog_object_id", variation)
                        .put("catalog_object_type", "ITEM_VARIATION")
                        .put("location_id", location)
                        .put("quantity", quantity)
                        .put("occurred_at", at.toString())
                        .put("created_at", act.now().toString());
        change.set("source", Json.object().put("product", product));
        return change;
    }

    private ObjectNode add(String type, String field, ObjectNode detail) {
        ObjectNode change = Json.object().put("type", type);
        change.set(field, detail);
        act.put(Table.CHANGES, Json.text(detail, "id"), change);
        touched.addAll(Stock.places(change));
        return change;
    }
}
