package io.onhand.stock;

import io.onhand.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reservation that a batch makes or uses up, with all its lines, under its row's lock. */
final class HeldPromise {

    private final Key key;
    private final @Nullable Granted granted;
    private final Map<LevelKey, Held> lines = new LinkedHashMap<>();
    private final Map<LevelKey, Held> changed = new LinkedHashMap<>();
    private @Nullable End end;

    /** A reservation of any tenant. */
    record Key(TenantId tenant, ReservationId reservation) {}

    /** A promise that this batch makes. */
    record Granted(Promise promise, PostingId posting) {}

    /**
     * What is held at one level, in millionths.
     *
     * @param remaining what is neither used up nor given back
     */
    record Held(LevelKey level, long held, long remaining, Instant expiresAt) {

        Held less(long quantity) {
            return new Held(level, held, remaining - quantity, expiresAt);
        }
    }

    /** What took the last of it, and when. */
    record End(ReservationState state, Instant at) {}

    private HeldPromise(Key key, @Nullable Granted granted, Collection<Held> lines) {
        this.key = key;
        this.granted = granted;
        lines.forEach(line -> this.lines.put(line.level(), line));
    }

    /** One that is in the database. */
    static HeldPromise known(Key key, Collection<Held> lines) {
        return new HeldPromise(key, null, lines);
    }

    /** One that this batch makes. */
    static HeldPromise granted(Key key, Granted granted, Collection<Held> lines) {
        return new HeldPromise(key, granted, lines);
    }

    Key key() {
        return key;
    }

    /** The promise behind a new one; null when it was there before. */
    @Nullable Granted granted() {
        return granted;
    }

    Granted grantedHere() {
        return Objects.requireNonNull(granted, "asked of new promises only");
    }

    boolean isOpen() {
        return lines.values().stream().anyMatch(line -> line.remaining() > 0);
    }

    /** Takes at most so much from what is left at a level; what was taken. */
    long take(LevelKey level, long atMost, End reason) {
        Held line = lines.get(level);
        if (line == null || line.remaining() == 0) {
            return 0;
        }
        long taken = Math.min(atMost, line.remaining());
        Held less = line.less(taken);
        lines.put(level, less);
        changed.put(level, less);
        end = isOpen() ? null : reason;
        return taken;
    }

    /** Takes what is left at a level. */
    long takeAll(LevelKey level, End reason) {
        return take(level, Long.MAX_VALUE, reason);
    }

    List<Held> lines() {
        return List.copyOf(lines.values());
    }

    List<Held> changedLines() {
        return List.copyOf(changed.values());
    }

    /** What took the last of it in this batch, if something did. */
    @Nullable End end() {
        return end;
    }
}
