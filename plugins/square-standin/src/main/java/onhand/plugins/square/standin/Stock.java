package onhand.plugins.square.standin;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The counts that follow from all changes. */
final class Stock {

    /** States of which Square keeps no count. */
    private static final Set<String> UNCOUNTED = Set.of("NONE", "SOLD", "UNLINKED_RETURN");

    record Place(String variation, String location, String state) {}

    private final Map<Place, Shelf> shelves = new LinkedHashMap<>();

    void add(ObjectNode change) {
        switch (Json.text(change, "type")) {
            case "PHYSICAL_COUNT" -> count(change.path("physical_count"));
            case "ADJUSTMENT" -> adjust(change.path("adjustment"));
            case "TRANSFER" -> transfer(change.path("transfer"));
            default -> throw new IllegalStateException("no change " + change);
        }
    }

    List<ObjectNode> counts() {
        return shelves.keySet().stream().map(this::count).toList();
    }

    /** The places whose counts a change touches. */
    static List<Place> places(ObjectNode change) {
        JsonNode count = change.path("physical_count");
        JsonNode moved = change.path("adjustment");
        JsonNode sent = change.path("transfer");
        return switch (Json.text(change, "type")) {
            case "PHYSICAL_COUNT" -> List.of(place(count, "location_id", "state"));
            case "ADJUSTMENT" ->
                    List.of(
                                    place(moved, "location_id", "from_state"),
                                    place(moved, "location_id", "to_state"))
                            .stream()
                            .filter(place -> !UNCOUNTED.contains(place.state()))
                            .toList();
            case "TRANSFER" ->
                    List.of(
                            place(sent, "from_location_id", "state"),
                            place(sent, "to_location_id", "state"));
            default -> throw new IllegalStateException("no change " + change);
        };
    }

    ObjectNode count(Place place) {
        Shelf shelf = shelf(place);
        return Json.object()
                .put("catalog_object_id", place.variation())
                .put("catalog_object_type", "ITEM_VARIATION")
                .put("state", place.state())
                .put("location_id", place.location())
                .put("quantity", shelf.quantity().stripTrailingZeros().toPlainString())
                .put("calculated_at", shelf.calculatedAt().toString());
    }

    /** What is there, or nothing where nobody ever counted or moved anything. */
    @Nullable BigDecimal quantity(Place place) {
        Shelf shelf = shelves.get(place);
        return shelf == null ? null : shelf.quantity();
    }

    private void count(JsonNode count) {
        shelf(place(count, "location_id", "state"))
                .counted(occurred(count), amount(count), recorded(count));
    }

    private void adjust(JsonNode moved) {
        move(place(moved, "location_id", "from_state"), moved, amount(moved).negate());
        move(place(moved, "location_id", "to_state"), moved, amount(moved));
    }

    private void transfer(JsonNode sent) {
        move(place(sent, "from_location_id", "state"), sent, amount(sent).negate());
        move(place(sent, "to_location_id", "state"), sent, amount(sent));
    }

    private void move(Place place, JsonNode change, BigDecimal difference) {
        if (!UNCOUNTED.contains(place.state())) {
            shelf(place).moved(occurred(change), difference, recorded(change));
        }
    }

    private Shelf shelf(Place place) {
        return shelves.computeIfAbsent(place, any -> new Shelf());
    }

    private static Place place(JsonNode node, String location, String state) {
        return new Place(
                Json.text(node, "catalog_object_id"),
                Json.text(node, location),
                Json.text(node, state));
    }

    private static BigDecimal amount(JsonNode node) {
        return new BigDecimal(Json.text(node, "quantity"));
    }

    private static Instant occurred(JsonNode node) {
        return Instant.parse(Json.text(node, "occurred_at"));
    }

    private static Instant recorded(JsonNode node) {
        return Instant.parse(Json.text(node, "created_at"));
    }
}
