package io.onhand.web.demo;

import io.onhand.web.api.Faults;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import onhand.plugins.standin.StandIn;
import onhand.plugins.standin.TillSale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The tills of the demo, wherever they run: in this program or in another one on this database.
 *
 * <p>All methods throw {@link Refusal} when the till does not know what it is told of, when it is
 * being opened, and when there is none.
 */
@Component
@OnDemo
class DemoTills {

    private final StandIns standIns;
    private final TillDoors doors;
    private final TillKnowledge known;

    DemoTills(StandIns standIns, TillDoors doors, TillKnowledge known) {
        this.standIns = standIns;
        this.doors = doors;
        this.known = known;
    }

    /** Whether another server plays the vendor, so that there are no tills. */
    boolean areElsewhere() {
        return standIns.isReplaced();
    }

    /** Sells; the id of the order. */
    String sell(TillSale sale) {
        refuseIfElsewhere();
        known.refuseUnknown(sale);
        return asked(
                tills -> tills.sell(sale),
                () -> doors.post(TillDoors.SALES, body(sale)).path("orderId").asString(""));
    }

    /** Takes all of an order back that has not come back yet; the id of the return. */
    String refund(String order) {
        return asked(
                tills -> refunded(tills, order),
                () ->
                        doors.post(TillDoors.REFUNDS, Map.of("orderId", order))
                                .path("orderId")
                                .asString(""));
    }

    private static String refunded(StandIn tills, String order) {
        try {
            return tills.refund(order);
        } catch (IllegalArgumentException e) {
            var faults = new Faults();
            faults.at("orderId").add("unknown-order", "No till can take this order back.");
            throw faults.refusal();
        }
    }

    /** Counts an article at a till. */
    void recount(String place, String sku, String quantity) {
        refuseIfElsewhere();
        known.refuseUnknown(place, sku);
        asked(
                tills -> {
                    tills.recount(place, sku, quantity);
                    return quantity;
                },
                () ->
                        doors.post(
                                TillDoors.COUNTS,
                                Map.of("location", place, "sku", sku, "quantity", quantity)));
    }

    /** How it stands with the way of their messages. */
    TillState state() {
        return asked(DemoTills::state, () -> doors.state(TillDoors.STATE, Map.of()));
    }

    /** Makes that way better or worse; what is null stays. */
    TillState change(@Nullable Boolean networkDown, @Nullable Boolean outOfOrder) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("networkDown", networkDown);
        body.put("outOfOrder", outOfOrder);
        body.values().removeIf(value -> value == null);
        return asked(
                tills -> {
                    if (outOfOrder != null) {
                        tills.outOfOrder(outOfOrder);
                    }
                    if (networkDown != null) {
                        tills.networkDown(networkDown);
                    }
                    return state(tills);
                },
                () -> doors.state(TillDoors.STATE, body));
    }

    private static TillState state(StandIn tills) {
        return new TillState(tills.isNetworkDown(), tills.isOutOfOrder(), tills.waiting());
    }

    private <T> T asked(Function<StandIn, T> here, Supplier<T> elsewhere) {
        refuseIfElsewhere();
        var tills = standIns.here();
        if (tills.isEmpty()) {
            return elsewhere.get();
        }
        try {
            return here.apply(tills.get());
        } catch (IllegalArgumentException e) {
            throw new Refusal(ProblemCode.INVALID, TillDoors.IMPOSSIBLE);
        } catch (IllegalStateException | UncheckedIOException e) {
            throw TillDoors.later(); // the till closes: another program is about to open it
        }
    }

    private void refuseIfElsewhere() {
        if (standIns.isReplaced()) {
            throw Refusal.notFound("Another server plays the vendor; the demo has no tills.");
        }
    }

    private static Map<String, Object> body(TillSale sale) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("location", sale.place());
        body.put("lines", List.copyOf(sale.lines()));
        body.put("repeats", sale.repeats());
        body.put("delaySeconds", sale.delay().toSeconds());
        if (sale.occurredAt() != null) {
            body.put("occurredAt", sale.occurredAt().toString());
        }
        return body;
    }
}
