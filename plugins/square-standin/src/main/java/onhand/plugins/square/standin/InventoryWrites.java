package onhand.plugins.square.standin;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes of stock from outside: all of one request or none, once for each idempotency key. */
final class InventoryWrites {

    private static final Duration AGE_MAX = Duration.ofHours(24);

    /** What an application may move, from one state to another. */
    private static final Set<String> MOVES =
            Set.of(
                    "NONE>IN_STOCK",
                    "IN_STOCK>SOLD",
                    "IN_STOCK>WASTE",
                    "UNLINKED_RETURN>IN_STOCK",
                    "UNLINKED_RETURN>WASTE");

    private final World world;

    InventoryWrites(World world) {
        this.world = world;
    }

    ObjectNode create(ObjectNode request) {
        return world.act(act -> create(act, request));
    }

    private static ObjectNode create(Act act, ObjectNode request) {
        String key = Json.text(request, "idempotency_key");
        String asked = Json.canonical(request);
        ObjectNode kept = act.tables().find(Table.KEYS, key);
        if (kept != null) {
            if (!Json.text(kept, "asked").equals(asked)) {
                throw keyReused();
            }
            return (ObjectNode) kept.path("answer");
        }
        List<Misfit> misfits = misfits(act, request.path("changes"));
        if (!misfits.isEmpty()) {
            throw Refused.request(
                    misfits.getFirst().code().equals("NOT_FOUND") ? 404 : 400, misfits);
        }
        ObjectNode answer = written(act, request);
        ObjectNode row = Json.object().put("asked", asked);
        row.set("answer", answer);
        act.put(Table.KEYS, key, row);
        return answer;
    }

    static Refused keyReused() {
        return Refused.request(
                400,
                "IDEMPOTENCY_KEY_REUSED",
                "idempotency_key",
                "The idempotency key can only be retried with the same request data.");
    }

    static Refused badTime() {
        return Refused.request(
                400,
                "INVALID_TIME",
                "changes[0].occurred_at",
                "Must not be in the future or more than 24 hours in the past.");
    }

    private static ObjectNode written(Act act, ObjectNode request) {
        boolean ignoreUnchanged = request.path("ignore_unchanged_counts").asBoolean(true);
        var changes = new Changes(act);
        ArrayNode made = Json.array();
        for (JsonNode change : request.path("changes")) {
            String field = field(change);
            ObjectNode detail = (ObjectNode) change.path(field);
            boolean unchanged = field.equals("physical_count") && isThere(act, detail);
            if (!unchanged || !ignoreUnchanged) {
                made.add(changes.asked(Json.text(change, "type"), field, detail));
            }
        }
        changes.announce();
        ObjectNode answer = Json.object();
        if (!made.isEmpty()) {
            ArrayNode counts = Json.array();
            changes.counts().forEach(counts::add);
            answer.set("counts", counts);
            answer.set("changes", made);
        }
        return answer;
    }

    private static boolean isThere(Act act, ObjectNode count) {
        BigDecimal there =
                act.tables()
                        .stock()
                        .quantity(
                                new Stock.Place(
                                        Json.text(count, "catalog_object_id"),
                                        Json.text(count, "location_id"),
                                        Json.text(count, "state")));
        return there != null && there.compareTo(Lines.quantity(count)) == 0;
    }

    private static List<Misfit> misfits(Act act, JsonNode changes) {
        List<Misfit> misfits = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            JsonNode change = changes.path(i);
            String at = "changes[" + i + "]." + field(change);
            JsonNode detail = change.path(field(change));
            if (!detail.isObject() || change.size() != 2) {
                misfits.add(
                        new Misfit(at, "MISSING_REQUIRED_PARAMETER", "Must be there, and alone."));
            } else {
                check(act, at, detail, misfits);
            }
        }
        return misfits;
    }

    private static void check(Act act, String at, JsonNode detail, List<Misfit> misfits) {
        ObjectNode object =
                act.tables().find(Table.OBJECTS, Json.text(detail, "catalog_object_id"));
        boolean sold =
                object != null
                        && object.has("item_variation_data")
                        && !object.path("is_deleted").asBoolean(false);
        if (!sold) {
            misfits.add(new Misfit(at + ".catalog_object_id", "NOT_FOUND", "No such variation."));
        }
        for (String field : List.of("location_id", "from_location_id", "to_location_id")) {
            String location = Json.textOrNull(detail, field);
            if (location != null && !act.tables().has(Table.LOCATIONS, location)) {
                misfits.add(new Misfit(at + "." + field, "NOT_FOUND", "No such location."));
            }
        }
        Instant occurred = Instant.parse(Json.text(detail, "occurred_at"));
        if (occurred.isAfter(act.now().plusMillis(1))
                || occurred.isBefore(act.now().minus(AGE_MAX))) {
            misfits.add(
                    new Misfit(
                            at + ".occurred_at",
                            "INVALID_TIME",
                            "Must not be in the future or more than 24 hours in the past."));
        }
        String from = Json.textOrNull(detail, "from_state");
        if (from != null && !MOVES.contains(from + ">" + Json.text(detail, "to_state"))) {
            misfits.add(new Misfit(at + ".to_state", "INVALID_VALUE", "No such move."));
        }
        if (detail.has("state") && !Json.text(detail, "state").equals("IN_STOCK")) {
            misfits.add(new Misfit(at + ".state", "INVALID_VALUE", "Only IN_STOCK is counted."));
        }
    }

    private static String field(JsonNode change) {
        return switch (Json.text(change, "type")) {
            case "PHYSICAL_COUNT" -> "physical_count";
            case "ADJUSTMENT" -> "adjustment";
            default -> "transfer";
        };
    }
}
