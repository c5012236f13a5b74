package io.onhand.stock;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fact that uses up a promise. It fails for its promise only if that has to hold all of it. */
final class Fulfilment {

    private final Batch batch;
    private final Entry entry;
    private final Map<LevelKey, Long> usedBefore = new HashMap<>();

    Fulfilment(Batch batch, Entry entry) {
        this.batch = batch;
        this.entry = entry;
    }

    /**
     * Lowers what is promised, line by line, by what the fact takes from the level and at most by
     * what is left of the promise there.
     *
     * @return why nothing could be lowered, if it is so
     * @throws BoundBroken when less is left than has to be
     */
    @Nullable String lower(Folding levels) {
        Fulfils fulfils = entry.posting().fulfils();
        if (fulfils == null) {
            return null;
        }
        var key = new HeldPromise.Key(entry.tenant(), fulfils.reservation());
        if (!fulfils.whole() && !batch.promises().isOpen(key)) {
            return "the reservation is not held (any more), nothing of it was used up";
        }
        rememberUsedBefore();
        long used = 0;
        for (Line line : entry.lines()) {
            used += lower(levels, key, line);
        }
        if (fulfils.whole() && used < entry.lines().stream().mapToLong(Fulfilment::taken).sum()) {
            throw BoundBroken.notHeld();
        }
        return used > 0 ? null : "the reservation holds nothing of these lines";
    }

    /** What an earlier revision took away used its part of the promise up already. */
    private void rememberUsedBefore() {
        for (StandingLine line : entry.takenBack()) {
            if (line.account() == Account.ON_HAND && line.quantity() < 0) {
                usedBefore.merge(entry.level(line), -line.quantity(), Long::sum);
            }
        }
    }

    private long lower(Folding levels, HeldPromise.Key key, Line line) {
        LevelKey level = entry.level(line);
        long wanted = taken(line);
        long before = Math.min(wanted, usedBefore.getOrDefault(level, 0L));
        usedBefore.merge(level, -before, Long::sum);
        long used = batch.promises().use(key, level, wanted - before, batch.now());
        if (used > 0) {
            levels.commit(level, -used, MovementType.RELEASE, batch.now(), levels.origin(line));
        }
        return used;
    }

    private static long taken(Line line) {
        return line instanceof Line.Change change && change.account() == Account.ON_HAND
                ? Math.max(0, -change.quantity().millionths())
                : 0;
    }
}
