package io.onhand.sync;

import io.onhand.measure.Quantity;
import io.onhand.sync.PushPlan.Planned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A till whose stock is its last count and every change that happened after it. */
final class PaperTill {

    private record Fact(boolean count, Quantity quantity, Instant at) {}

    private final List<Fact> facts = new ArrayList<>();

    /** It counted or sold itself. */
    void knows(boolean count, Quantity quantity, Instant at) {
        facts.add(new Fact(count, quantity, at));
    }

    void told(Planned planned) {
        knows(planned.type().equals("count"), planned.quantity(), planned.occurredAt());
    }

    Quantity onHand() {
        Instant counted = Instant.MIN;
        Quantity sum = Quantity.ZERO;
        for (Fact fact : facts) {
            if (fact.count() && !fact.at().isBefore(counted)) {
                counted = fact.at();
                sum = fact.quantity();
            }
        }
        for (Fact fact : facts) {
            if (!fact.count() && fact.at().isAfter(counted)) {
                sum = sum.plus(fact.quantity());
            }
        }
        return sum;
    }
}
