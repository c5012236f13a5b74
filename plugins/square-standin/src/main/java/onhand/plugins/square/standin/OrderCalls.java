package onhand.plugins.square.standin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders, by id and by time. */
final class OrderCalls {

    private static final int SEARCH_PAGE = 500;
    private static final List<String> TIMES = List.of("created_at", "updated_at", "closed_at");

    private final World world;

    OrderCalls(World world) {
        this.world = world;
    }

    /** Leaves out what it does not know. */
    ObjectNode byId(ObjectNode request) {
        String location = Json.textOrNull(request, "location_id");
        ArrayNode list = Json.array();
        world
                .read(
                        tables ->
                                Ask.list(request, "order_ids").stream()
                                        .distinct()
                                        .map(id -> tables.find(Table.ORDERS, id))
                                        .filter(Objects::nonNull)
                                        .toList())
                .stream()
                .filter(
                        order ->
                                location == null
                                        || location.equals(Json.text(order, "location_id")))
                .forEach(list::add);
        ObjectNode answer = Json.object();
        if (!list.isEmpty()) {
            answer.set("orders", list);
        }
        return answer;
    }

    ObjectNode search(ObjectNode request) {
        JsonNode query = request.path("query");
        String sort = query.path("sort").path("sort_field").asString("CREATED_AT");
        String by = sort.toLowerCase(Locale.ROOT);
        JsonNode times = query.path("filter").path("date_time_filter");
        checkTimes(times, by);
        boolean newestFirst = !query.path("sort").path("sort_order").asString("DESC").equals("ASC");
        Set<String> states = Ask.set(query.path("filter").path("state_filter"), "states");
        Set<String> locations = Ask.set(request, "location_ids");
        List<Page.Row> rows =
                world.read(tables -> List.copyOf(tables.all(Table.ORDERS))).stream()
                        .filter(order -> locations.contains(Json.text(order, "location_id")))
                        .filter(order -> Ask.within(states, Json.text(order, "state")))
                        .filter(order -> order.has(by) && inRange(order, by, times.path(by)))
                        .map(order -> new Page.Row(time(order, by), Json.text(order, "id"), order))
                        .toList();
        int limit = request.path("limit").asInt(SEARCH_PAGE);
        Page page = Page.of(rows, newestFirst, request, "orders/search", limit);
        return request.path("return_entries").asBoolean(false)
                ? new Page(entries(page.rows()), page.cursor()).answer("order_entries")
                : page.answer("orders");
    }

    private static void checkTimes(JsonNode times, String by) {
        for (String time : TIMES) {
            if (times.has(time) && !time.equals(by)) {
                String field = "query.filter.date_time_filter." + time;
                throw Refused.request(
                        400,
                        "CONFLICTING_PARAMETERS",
                        field,
                        "The sort field must be the one that is filtered by.");
            }
        }
    }

    private static ArrayNode entries(ArrayNode orders) {
        ArrayNode entries = Json.array();
        for (JsonNode order : orders) {
            entries.add(
                    Json.object()
                            .put("order_id", Json.text(order, "id"))
                            .put("version", order.path("version").asInt())
                            .put("location_id", Json.text(order, "location_id")));
        }
        return entries;
    }

    private static boolean inRange(ObjectNode order, String by, JsonNode range) {
        Instant at = time(order, by);
        Instant start = Ask.time(range, "start_at");
        Instant end = Ask.time(range, "end_at");
        return (start == null || !at.isBefore(start)) && (end == null || !at.isAfter(end));
    }

    private static Instant time(ObjectNode order, String by) {
        return Instant.parse(Json.text(order, by));
    }
}
