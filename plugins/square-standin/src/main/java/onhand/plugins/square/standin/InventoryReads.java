package onhand.plugins.square.standin;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts and the history that made them. */
final class InventoryReads {

    private static final int PAGE = 100;

    private final World world;

    InventoryReads(World world) {
        this.world = world;
    }

    /** Newest first; deleted variations have no counts. */
    ObjectNode counts(ObjectNode request) {
        Instant after = Ask.time(request, "updated_after");
        Set<String> states = Ask.set(request, "states");
        List<Page.Row> rows =
                world
                        .read(
                                tables ->
                                        tables.stock().counts().stream()
                                                .filter(count -> isSold(tables, count))
                                                .toList())
                        .stream()
                        .filter(named(request))
                        .filter(count -> Ask.within(states, Json.text(count, "state")))
                        .map(InventoryReads::row)
                        .filter(row -> Ask.between(after, row.at(), null))
                        .toList();
        int limit = request.path("limit").asInt(PAGE);
        return Page.of(rows, true, request, "counts", limit).answer("counts");
    }

    /** Oldest first, by the time at which each happened; transfers are never shown. */
    ObjectNode changes(ObjectNode request) {
        Instant after = Ask.time(request, "updated_after");
        Instant before = Ask.time(request, "updated_before");
        Set<String> types = Ask.set(request, "types");
        Set<String> states = Ask.set(request, "states");
        List<Page.Row> rows =
                world.read(tables -> List.copyOf(tables.all(Table.CHANGES))).stream()
                        .filter(change -> !change.has("transfer"))
                        .filter(change -> Ask.within(types, Json.text(change, "type")))
                        .filter(change -> named(request).test(detail(change)))
                        .filter(change -> inStates(states, detail(change)))
                        .filter(
                                change ->
                                        Ask.between(
                                                after, time(detail(change), "created_at"), before))
                        .map(
                                change ->
                                        new Page.Row(
                                                time(detail(change), "occurred_at"),
                                                Json.text(detail(change), "id"),
                                                change))
                        .toList();
        int limit = request.path("limit").asInt(PAGE);
        return Page.of(rows, false, request, "changes", limit).answer("changes");
    }

    private static boolean isSold(Tables tables, ObjectNode count) {
        ObjectNode object = tables.find(Table.OBJECTS, Json.text(count, "catalog_object_id"));
        return object != null && !object.path("is_deleted").asBoolean(false);
    }

    private static Predicate<JsonNode> named(ObjectNode request) {
        Set<String> variations = Ask.set(request, "catalog_object_ids");
        Set<String> locations = Ask.set(request, "location_ids");
        return node ->
                Ask.within(variations, Json.text(node, "catalog_object_id"))
                        && Ask.within(locations, Json.text(node, "location_id"));
    }

    private static boolean inStates(Set<String> states, JsonNode detail) {
        return states.isEmpty()
                || states.contains(detail.path("state").asString(""))
                || states.contains(detail.path("from_state").asString(""))
                || states.contains(detail.path("to_state").asString(""));
    }

    private static JsonNode detail(ObjectNode change) {
        return change.has("adjustment") ? change.path("adjustment") : change.path("physical_count");
    }

    private static Page.Row row(ObjectNode count) {
        String id =
                String.join(
                        "/",
                        Json.text(count, "catalog_object_id"),
                        Json.text(count, "location_id"),
                        Json.text(count, "state"));
        return new Page.Row(time(count, "calculated_at"), id, count);
    }

    private static Instant time(JsonNode node, String field) {
        return Instant.parse(Json.text(node, field));
    }
}
