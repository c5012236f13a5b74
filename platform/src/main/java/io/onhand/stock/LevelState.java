package io.onhand.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A level's row.
 *
 * @param balances its numbers
 * @param lastSeq the number of its last movement, 0 when it never moved
 * @param lastEffectiveAt no on-hand movement is effective later
 * @param lastCountAt no count, standing or taken back, is effective later
 * @param changedAt when its last movement was recorded
 * @param isFrozen nothing is promised of it; see {@link Freezes}
 */
record LevelState(
        Balances balances,
        long lastSeq,
        @Nullable Instant lastEffectiveAt,
        @Nullable Instant lastCountAt,
        Instant changedAt,
        boolean isFrozen) {

    static final LevelState NEW =
            new LevelState(Balances.ZERO, 0, null, null, Instant.EPOCH, false);

    /** Whether a change at this time has, or had, a count after it. */
    boolean isLateForChange(Instant at) {
        return lastCountAt != null && !at.isAfter(lastCountAt);
    }

    /** Whether a count at this time is not the last thing that happened. */
    boolean isLateForCount(Instant at) {
        return isLateForChange(at) || (lastEffectiveAt != null && at.isBefore(lastEffectiveAt));
    }

    static Instant later(@Nullable Instant a, Instant b) {
        return a == null || b.isAfter(a) ? b : a;
    }
}
