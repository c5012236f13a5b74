package onhand.plugins.square.standin;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is there of one variation in one state at one location: the last physical count and the
 * adjustments that happened later, by the time at which each happened.
 */
final class Shelf {

    private record Moment(Instant at, long place) {}

    private record Entry(boolean counted, BigDecimal quantity) {}

    private final TreeMap<Moment, Entry> entries =
            new TreeMap<>(Comparator.comparing(Moment::at).thenComparing(Moment::place));
    private BigDecimal quantity = BigDecimal.ZERO;
    private Instant calculatedAt = Instant.EPOCH;

    void counted(Instant at, BigDecimal found, Instant recordedAt) {
        add(at, new Entry(true, found), recordedAt);
    }

    void moved(Instant at, BigDecimal difference, Instant recordedAt) {
        add(at, new Entry(false, difference), recordedAt);
    }

    BigDecimal quantity() {
        return quantity;
    }

    Instant calculatedAt() {
        return calculatedAt;
    }

    private void add(Instant at, Entry entry, Instant recordedAt) {
        Moment moment = new Moment(at, entries.size());
        boolean last = entries.isEmpty() || !at.isBefore(entries.lastKey().at());
        entries.put(moment, entry);
        quantity = last ? after(quantity, entry) : folded();
        calculatedAt = recordedAt;
    }

    private BigDecimal folded() {
        BigDecimal later = BigDecimal.ZERO;
        for (Map.Entry<Moment, Entry> each : entries.descendingMap().entrySet()) {
            later = later.add(each.getValue().quantity());
            if (each.getValue().counted()) {
                return later;
            }
        }
        return later;
    }

    private static BigDecimal after(BigDecimal before, Entry entry) {
        return entry.counted() ? entry.quantity() : before.add(entry.quantity());
    }
}
