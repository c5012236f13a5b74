package onhand.plugins.square.standin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The lines of orders and of returns. */
final class Lines {

    /** Lines of one order. */
    private static final int LINES_MAX = 500;

    private static final int QUANTITY_CHARACTERS_MAX = 12;
    private static final int QUANTITY_DECIMALS_MAX = 5;

    private Lines() {}

    /** Lines as an order holds them; a line of what the old ones sold keeps their uid. */
    static ArrayNode of(Act act, List<SoldLine> sold, JsonNode old) {
        if (sold.isEmpty() || sold.size() > LINES_MAX) {
            throw new IllegalArgumentException("1 to " + LINES_MAX + " lines");
        }
        Map<String, String> uids = new HashMap<>();
        old.forEach(line -> uids.put(sku(line), Json.text(line, "uid")));
        ArrayNode lines = Json.array();
        for (SoldLine each : sold) {
            ObjectNode line = line(act.tables(), each);
            String uid = uids.remove(sku(line));
            line.put("uid", uid == null ? act.newId("LINE") : uid);
            lines.add(line);
        }
        return lines;
    }

    /**
     * What is brought back, taken from the lines that sold it and were not brought back before.
     *
     * @param wanted all that is left when empty
     * @param returned by uid of the line
     */
    static ArrayNode returned(
            Act act, JsonNode lines, Map<String, BigDecimal> returned, List<SoldLine> wanted) {
        Map<String, BigDecimal> open = new LinkedHashMap<>();
        wanted.forEach(line -> open.merge(sku(line), quantity(line), BigDecimal::add));
        ArrayNode back = Json.array();
        for (JsonNode line : lines) {
            BigDecimal left =
                    quantity(line)
                            .subtract(
                                    returned.getOrDefault(Json.text(line, "uid"), BigDecimal.ZERO));
            BigDecimal taken =
                    wanted.isEmpty()
                            ? left
                            : left.min(open.getOrDefault(sku(line), BigDecimal.ZERO));
            if (taken.signum() > 0) {
                open.merge(sku(line), taken.negate(), BigDecimal::add);
                back.add(returnLine(act, line, taken));
            }
        }
        if (back.isEmpty() || open.values().stream().anyMatch(rest -> rest.signum() > 0)) {
            throw new IllegalArgumentException("more is brought back than was sold");
        }
        return back;
    }

    /** What lines sell of each variation. */
    static Map<String, BigDecimal> sums(JsonNode lines) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (JsonNode line : lines) {
            if (line.has("catalog_object_id")) {
                sums.merge(sku(line), quantity(line), BigDecimal::add);
            }
        }
        return sums;
    }

    /** What lines cost, in the currency of their location. */
    static ObjectNode cost(Tables tables, String location, JsonNode lines) {
        BigDecimal cents = BigDecimal.ZERO;
        for (JsonNode line : lines) {
            ObjectNode object = tables.find(Table.OBJECTS, sku(line));
            if (object != null) {
                JsonNode price = object.path("item_variation_data").path("price_money");
                cents =
                        cents.add(
                                quantity(line)
                                        .multiply(
                                                BigDecimal.valueOf(
                                                        price.path("amount").asLong(0))));
            }
        }
        ObjectNode place = tables.find(Table.LOCATIONS, location);
        return Json.object()
                .put("amount", cents.setScale(0, RoundingMode.HALF_UP).longValueExact())
                .put("currency", place == null ? "USD" : Json.text(place, "currency"));
    }

    static BigDecimal quantity(JsonNode line) {
        return new BigDecimal(Json.text(line, "quantity"));
    }

    private static ObjectNode line(Tables tables, SoldLine sold) {
        ObjectNode line = Json.object().put("quantity", quantity(sold).toPlainString());
        String variation = sold.variation();
        if (variation == null) {
            return line.put("name", "Custom amount");
        }
        ObjectNode object = tables.find(Table.OBJECTS, variation);
        if (object == null || !object.has("item_variation_data")) {
            throw new IllegalArgumentException("no variation " + variation);
        }
        String item = Json.text(object.path("item_variation_data"), "item_id");
        return line.put("catalog_object_id", variation).put("name", name(tables, item));
    }

    private static String name(Tables tables, String item) {
        ObjectNode object = tables.find(Table.OBJECTS, item);
        return object == null ? item : Json.text(object.path("item_data"), "name");
    }

    private static ObjectNode returnLine(Act act, JsonNode line, BigDecimal quantity) {
        ObjectNode back =
                Json.object()
                        .put("uid", act.newId("RLINE"))
                        .put("source_line_item_uid", Json.text(line, "uid"))
                        .put("name", Json.text(line, "name"))
                        .put("quantity", quantity.toPlainString());
        String variation = Json.textOrNull(line, "catalog_object_id");
        return variation == null ? back : back.put("catalog_object_id", variation);
    }

    private static BigDecimal quantity(SoldLine line) {
        BigDecimal quantity = new BigDecimal(line.quantity());
        boolean possible =
                quantity.signum() > 0
                        && quantity.scale() >= 0
                        && quantity.scale() <= QUANTITY_DECIMALS_MAX
                        && line.quantity().length() <= QUANTITY_CHARACTERS_MAX;
        if (!possible) {
            throw new IllegalArgumentException("no quantity of a line: " + line.quantity());
        }
        return quantity;
    }

    private static String sku(JsonNode line) {
        return sku(Json.textOrNull(line, "catalog_object_id"));
    }

    private static String sku(SoldLine line) {
        return sku(line.variation());
    }

    private static String sku(@Nullable String variation) {
        return variation == null ? "" : variation;
    }
}
