package onhand.plugins.square.standin;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One change of the world: its facts, kept together or not at all, and its webhooks. */
final class Act {

    /** Webhooks that wait at once; more are lost, as some always are. */
    private static final int HOOKS_WAITING_MAX = 100_000;

    private final Tables tables;
    private final StandInSettings settings;
    private final HookPlan plan;
    private final ArrayNode facts = Json.array();
    private final List<ObjectNode> hooks = new ArrayList<>();
    private final Instant now;
    private long ids;
    private boolean idsUsed;
    private int repeats = 1;
    private Duration delay = Duration.ZERO;

    Act(Tables tables, StandInSettings settings, HookPlan plan) {
        this.tables = tables;
        this.settings = settings;
        this.plan = plan;
        this.now = settings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        ObjectNode kept = tables.find(Table.STATE, "ids");
        this.ids = kept == null ? 0 : kept.path("next").asLong();
    }

    Tables tables() {
        return tables;
    }

    StandInSettings settings() {
        return settings;
    }

    Instant now() {
        return now;
    }

    ArrayNode facts() {
        return facts;
    }

    List<ObjectNode> hooks() {
        return hooks;
    }

    void put(Table table, String id, ObjectNode value) {
        fact(Tables.put(table, id, value));
    }

    void drop(Table table, String id) {
        fact(Tables.drop(table, id));
    }

    /** An id that looks like nothing, and is the same in every run with the same seed. */
    String newId(String kind) {
        idsUsed = true;
        long mixed = (settings.seed() ^ 0x5DEECE66DL) + ids++ * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return kind + "-" + Long.toUnsignedString(mixed ^ (mixed >>> 31), Character.MAX_RADIX);
    }

    /** How the webhooks of this act are sent. */
    void sendEach(int times, Duration late) {
        repeats = times;
        delay = late;
    }

    void announce(String type, String subject, ObjectNode object) {
        String event = newId("EV");
        String body = Envelope.of(settings.merchant(), type, event, now, subject, object);
        List<Duration> copies =
                tables.all(Table.HOOKS).size() < HOOKS_WAITING_MAX
                        ? plan.copies(repeats, delay)
                        : List.of();
        for (int i = 0; i < copies.size(); i++) {
            String id = event + "/" + i;
            ObjectNode hook =
                    Json.object()
                            .put("id", id)
                            .put("type", type)
                            .put("body", body)
                            .put("created_at", now.toString())
                            .put("delay_ms", copies.get(i).toMillis());
            put(Table.HOOKS, id, hook);
            hooks.add(hook);
        }
    }

    void end() {
        if (idsUsed) {
            put(Table.STATE, "ids", Json.object().put("next", ids));
        }
    }

    private void fact(ObjectNode fact) {
        facts.add(fact);
        tables.apply(fact);
    }
}
