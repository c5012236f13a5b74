package onhand.plugins.square.standin;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The merchant's tills. What is done is on the disk when a method returns. While the network is
 * down everything waits in the till, in order, and keeps the time at which it was done.
 *
 * <p>All methods throw {@link IllegalArgumentException} for what the till does not know or cannot
 * do.
 */
public final class Till {

    private static final int DECIMALS_MAX = 5;

    private final World world;

    Till(World world) {
        this.world = world;
    }

    /** A sale of now, whose webhooks are sent once, at once. */
    public String sell(String location, List<SoldLine> lines) {
        return sell(location, lines, 1, Duration.ZERO, null);
    }

    /**
     * A sale, paid.
     *
     * @param repeats how often each of its webhooks is sent, 1 to 20
     * @param delay how late
     * @param occurredAt when it was paid; now when null
     * @return the order's id
     */
    public String sell(
            String location,
            List<SoldLine> lines,
            int repeats,
            Duration delay,
            @Nullable Instant occurredAt) {
        if (repeats < 1 || repeats > Trouble.REPEATS_MAX || delay.isNegative()) {
            throw new IllegalArgumentException("1 to " + Trouble.REPEATS_MAX + " times");
        }
        return world.act(
                act -> {
                    ObjectNode deed = order(act, "sell", location, lines, occurredAt);
                    deed.put("repeats", repeats).put("delay_ms", delay.toMillis());
                    return submit(act, deed);
                });
    }

    /** An order that is not paid yet: it moves no stock. */
    public String open(String location, List<SoldLine> lines) {
        return world.act(act -> submit(act, order(act, "open", location, lines, null)));
    }

    /** Pays an open order. */
    public void complete(String order) {
        world.act(act -> submit(act, changed(act, "complete", order, "OPEN")));
    }

    /** Gives an open or completed order other lines: its next version. */
    public void edit(String order, List<SoldLine> lines) {
        world.act(
                act -> {
                    ObjectNode deed = changed(act, "edit", order, "OPEN", "COMPLETED");
                    deed.set("lines", Lines.of(act, lines, lines(act.tables(), order)));
                    return submit(act, deed);
                });
    }

    /** Cancels an open order, or voids a completed one: all it sold comes back. */
    public void cancel(String order) {
        world.act(act -> submit(act, changed(act, "cancel", order, "OPEN", "COMPLETED")));
    }

    /**
     * Takes goods of a completed order back, onto the shelf: an order of its own.
     *
     * @param lines everything that is left of the order when empty
     * @return the id of the order that tells the return
     */
    public String refund(String order, List<SoldLine> lines) {
        return world.act(
                act -> {
                    Tables tables = act.tables();
                    ObjectNode deed = changed(act, "refund", order, "COMPLETED");
                    deed.put("source", order).put("order", act.newId("ORDER"));
                    Map<String, BigDecimal> returned = OrderSeen.returned(tables, order);
                    deed.set("lines", Lines.returned(act, lines(tables, order), returned, lines));
                    return submit(act, deed);
                });
    }

    /** Counts what is there of one variation. */
    public void recount(String location, String variation, String quantity) {
        world.act(act -> submit(act, typed(act, "recount", location, variation, quantity)));
    }

    /** Goods arrived, as typed at the till. */
    public void receive(String location, String variation, String quantity) {
        world.act(act -> submit(act, typed(act, "receive", location, variation, quantity)));
    }

    /** Goods are lost or spoilt, as typed at the till. */
    public void lose(String location, String variation, String quantity) {
        world.act(act -> submit(act, typed(act, "lose", location, variation, quantity)));
    }

    /** Takes the network away, or brings it back: then all that waited is sent. */
    public void networkDown(boolean down) {
        world.act(
                act -> {
                    act.put(Table.STATE, "network", Json.object().put("down", down));
                    if (!down) {
                        for (ObjectNode deed : List.copyOf(act.tables().all(Table.WAITING))) {
                            new Deeds(act).perform(deed);
                            act.drop(Table.WAITING, Json.text(deed, "id"));
                        }
                    }
                    return down;
                });
    }

    /** Whether the tills have no network. */
    public boolean isNetworkDown() {
        return world.read(Tables::networkDown);
    }

    /** How much was done that waits for the network. */
    public int waiting() {
        return world.read(tables -> tables.all(Table.WAITING).size());
    }

    private static String submit(Act act, ObjectNode deed) {
        if (act.tables().networkDown()) {
            String id = act.newId("WAIT");
            act.put(Table.WAITING, id, deed.put("id", id));
        } else {
            new Deeds(act).perform(deed);
        }
        return deed.path("order").asString("");
    }

    private static ObjectNode deed(Act act, String kind, @Nullable Instant at) {
        return Json.object().put("kind", kind).put("at", (at == null ? act.now() : at).toString());
    }

    private static ObjectNode order(
            Act act, String kind, String location, List<SoldLine> lines, @Nullable Instant at) {
        known(act.tables(), Table.LOCATIONS, location);
        ObjectNode deed =
                deed(act, kind, at).put("location", location).put("order", act.newId("ORDER"));
        deed.set("lines", Lines.of(act, lines, Json.array()));
        return deed;
    }

    private static ObjectNode changed(Act act, String kind, String order, String... states) {
        String state = OrderSeen.state(act.tables(), order);
        if (!List.of(states).contains(state)) {
            throw new IllegalArgumentException("order " + order + " is " + state);
        }
        return deed(act, kind, null).put("order", order);
    }

    private static ObjectNode typed(
            Act act, String kind, String location, String variation, String quantity) {
        known(act.tables(), Table.LOCATIONS, location);
        known(act.tables(), Table.OBJECTS, variation);
        BigDecimal amount = new BigDecimal(quantity);
        if (amount.signum() < 0 || amount.scale() < 0 || amount.scale() > DECIMALS_MAX) {
            throw new IllegalArgumentException("no quantity: " + quantity);
        }
        return deed(act, kind, null)
                .put("location", location)
                .put("variation", variation)
                .put("quantity", quantity);
    }

    private static void known(Tables tables, Table table, String id) {
        if (!tables.has(table, id)) {
            throw new IllegalArgumentException("not in " + table + ": " + id);
        }
    }

    private static JsonNode lines(Tables tables, String order) {
        return OrderSeen.lines(tables, order);
    }
}
