package io.onhand.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The promises that a batch makes, uses up and gives back. */
final class Promises {

    private final Map<HeldPromise.Key, HeldPromise> held = new LinkedHashMap<>();

    /** Those that the batch touches. */
    Collection<HeldPromise> all() {
        return held.values();
    }

    void add(HeldPromise promise) {
        held.put(promise.key(), promise);
    }

    void grant(Entry entry, Promise promise) {
        Map<LevelKey, HeldPromise.Held> lines = new LinkedHashMap<>();
        for (Line line : entry.lines()) {
            if (line instanceof Line.Grant grant) {
                LevelKey level = entry.level(line);
                long quantity = grant.quantity().millionths();
                HeldPromise.Held before = lines.get(level);
                long sum = before == null ? quantity : before.held() + quantity;
                lines.put(level, new HeldPromise.Held(level, sum, sum, promise.expiresAt()));
            }
        }
        var key = new HeldPromise.Key(entry.tenant(), promise.reservation());
        var granted = new HeldPromise.Granted(promise, entry.id());
        add(HeldPromise.granted(key, granted, lines.values()));
    }

    /** Ends a promise at one level; what was left there. */
    long end(Entry entry, Line.Release line) {
        HeldPromise promise = held.get(new HeldPromise.Key(entry.tenant(), line.reservation()));
        if (promise == null) {
            return 0;
        }
        var end = new HeldPromise.End(line.end(), entry.posting().effectiveAt());
        return promise.takeAll(entry.level(line), end);
    }

    /** Uses a promise up by at most so much; what was used. */
    long use(HeldPromise.Key key, LevelKey level, long atMost, Instant at) {
        HeldPromise promise = held.get(key);
        if (promise == null) {
            return 0;
        }
        return promise.take(level, atMost, new HeldPromise.End(ReservationState.FULFILLED, at));
    }

    boolean isOpen(HeldPromise.Key key) {
        HeldPromise promise = held.get(key);
        return promise != null && promise.isOpen();
    }

    /** What ran out by a time, with a posting of its own for each level where something is left. */
    List<Posting> expiries(Collection<LevelKey> levels, Instant now) {
        List<Posting> expiries = new ArrayList<>();
        for (HeldPromise promise : held.values()) {
            for (HeldPromise.Held line : promise.lines()) {
                boolean due = line.remaining() > 0 && !line.expiresAt().isAfter(now);
                if (due && levels.contains(line.level())) {
                    expiries.add(
                            Release.expiry(
                                    promise.key().reservation(), line.level(), line.expiresAt()));
                }
            }
        }
        return expiries;
    }
}
