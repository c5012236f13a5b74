package io.onhand.bench;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long events took until a screen had them. */
final class Heard {

    private static final double NANOS_PER_MS = 1e6;

    private final Queue<Long> sinceSent = new ConcurrentLinkedQueue<>();
    private final Queue<Long> sinceKept = new ConcurrentLinkedQueue<>();

    void add(Trip trip, long now) {
        sinceSent.add(trip.sinceSent(now));
        sinceKept.add(trip.sinceKept(now));
    }

    /** Forgets what was only to get warm. */
    void clear() {
        sinceSent.clear();
        sinceKept.clear();
    }

    int size() {
        return sinceSent.size();
    }

    /** The time since it was sent that so large a share did not exceed. */
    double ms(double share) {
        return ms(sinceSent, share);
    }

    /** The same since the hook's answer. */
    double sinceKeptMs(double share) {
        return ms(sinceKept, share);
    }

    private static double ms(Queue<Long> nanos, double share) {
        long[] all = nanos.stream().mapToLong(Long::longValue).toArray();
        return Spread.rounded(Spread.percentile(all, share) / NANOS_PER_MS);
    }
}
