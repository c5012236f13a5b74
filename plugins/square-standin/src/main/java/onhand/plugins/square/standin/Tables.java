package onhand.plugins.square.standin;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything the stand-in knows, folded from its journal; used under the lock of {@link World}. */
final class Tables {

    private final EnumMap<Table, Map<String, ObjectNode>> rows = new EnumMap<>(Table.class);
    private final Stock stock = new Stock();

    Tables() {
        for (Table table : Table.values()) {
            rows.put(table, new LinkedHashMap<>());
        }
    }

    @Nullable ObjectNode find(Table table, String id) {
        return of(table).get(id);
    }

    boolean has(Table table, String id) {
        return of(table).containsKey(id);
    }

    Collection<ObjectNode> all(Table table) {
        return of(table).values();
    }

    Stock stock() {
        return stock;
    }

    boolean networkDown() {
        ObjectNode network = find(Table.STATE, "network");
        return network != null && network.path("down").asBoolean(false);
    }

    /** Whether stock of this variation is counted. */
    boolean tracks(String variation) {
        ObjectNode object = find(Table.OBJECTS, variation);
        return object != null
                && object.path("item_variation_data").path("track_inventory").asBoolean(false);
    }

    static ObjectNode put(Table table, String id, ObjectNode value) {
        return Json.object().put("table", table.name()).put("id", id).set("value", value);
    }

    static ObjectNode drop(Table table, String id) {
        return Json.object().put("table", table.name()).put("id", id);
    }

    void apply(JsonNode fact) {
        Table table = Table.valueOf(Json.text(fact, "table"));
        String id = Json.text(fact, "id");
        if (!(fact.path("value") instanceof ObjectNode value)) {
            of(table).remove(id);
            return;
        }
        of(table).put(id, value);
        if (table == Table.CHANGES) {
            stock.add(value);
        }
    }

    /** All rows as facts: what a journal would hold that had been written today. */
    ArrayNode facts() {
        ArrayNode facts = Json.array();
        rows.forEach((table, all) -> all.forEach((id, value) -> facts.add(put(table, id, value))));
        return facts;
    }

    private Map<String, ObjectNode> of(Table table) {
        Map<String, ObjectNode> found = rows.get(table);
        if (found == null) {
            throw new IllegalStateException("no table " + table);
        }
        return found;
    }
}
