package onhand.plugins.square.standin;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Locations and the catalogue. */
final class CatalogCalls {

    private static final int LIST_PAGE = 100;

    private final World world;

    CatalogCalls(World world) {
        this.world = world;
    }

    ObjectNode locations(ObjectNode request) {
        ArrayNode list = Json.array();
        world.read(tables -> List.copyOf(tables.all(Table.LOCATIONS))).forEach(list::add);
        ObjectNode answer = Json.object();
        if (!list.isEmpty()) {
            answer.set("locations", list);
        }
        return answer;
    }

    /** Never shows what was deleted. */
    ObjectNode list(ObjectNode request) {
        String types = Json.textOrNull(request, "types");
        Set<String> wanted = types == null ? Set.of() : Set.of(types.split(","));
        List<Page.Row> rows = rows(wanted, null, false);
        return Page.of(rows, false, request, "catalog/list", LIST_PAGE).answer("objects");
    }

    ObjectNode search(ObjectNode request) {
        boolean deleted = request.path("include_deleted_objects").asBoolean(false);
        List<Page.Row> rows =
                rows(Ask.set(request, "object_types"), Ask.time(request, "begin_time"), deleted);
        Page page =
                Page.of(
                        rows,
                        false,
                        request,
                        "catalog/search",
                        request.path("limit").asInt(LIST_PAGE));
        return page.answer("objects").put("latest_time", latest());
    }

    private List<Page.Row> rows(Set<String> types, @Nullable Instant after, boolean deleted) {
        return world.read(tables -> List.copyOf(tables.all(Table.OBJECTS))).stream()
                .filter(object -> Ask.within(types, Json.text(object, "type")))
                .filter(object -> deleted || !object.path("is_deleted").asBoolean(false))
                .map(object -> new Page.Row(updated(object), Json.text(object, "id"), object))
                .filter(row -> Ask.between(after, row.at(), null))
                .toList();
    }

    private String latest() {
        return world.read(tables -> List.copyOf(tables.all(Table.OBJECTS))).stream()
                .map(CatalogCalls::updated)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH)
                .toString();
    }

    private static Instant updated(ObjectNode object) {
        return Instant.parse(Json.text(object, "updated_at"));
    }
}
