package io.onhand.channels;

import io.onhand.stock.Outcome.LevelAfter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What postings did to levels, as far as a person may have to know. */
class Moves {

    /** A shortfall and the newest that is known of it. */
    private record Sight(long version, boolean there) {}

    private final Set<Shortfall> low = new HashSet<>();
    private final Set<Shortfall> begun = new HashSet<>();
    private final Map<Shortfall, Sight> newest = new HashMap<>();

    void add(LevelAfter level) {
        List<Shortfall> before = Shortfall.before(level);
        List<Shortfall> now = Shortfall.now(level);
        for (Shortfall shortfall : now) {
            low.add(shortfall);
            if (!before.contains(shortfall)) {
                begun.add(shortfall);
            }
            see(shortfall, level, true);
        }
        for (Shortfall shortfall : before) {
            if (!now.contains(shortfall)) {
                see(shortfall, level, false);
            }
        }
    }

    private void see(Shortfall shortfall, LevelAfter level, boolean there) {
        newest.merge(
                shortfall,
                new Sight(level.version(), there),
                (one, other) -> one.version() > other.version() ? one : other);
    }

    /** Every shortfall that a posting left. */
    Set<Shortfall> low() {
        return low;
    }

    /** Those of them that were not there before that posting. */
    Set<Shortfall> begun() {
        return begun;
    }

    /** Every shortfall that a posting ended, and no later one began again. */
    Set<Shortfall> ended() {
        Set<Shortfall> ended = new HashSet<>();
        newest.forEach(
                (shortfall, sight) -> {
                    if (!sight.there()) {
                        ended.add(shortfall);
                    }
                });
        return ended;
    }
}
