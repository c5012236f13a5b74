package io.onhand.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What the ledger is meant to say, in one sentence: sort all standing facts by law L7; a count
 * sets, a change adds. What is on its way is a sum of its own.
 */
final class Definition {

    private final Collection<Posting> standing;

    /**
     * @param standing of each document the newest state, unless it was reversed
     */
    Definition(Collection<Posting> standing) {
        this.standing = standing;
    }

    /** What is on its way to a level: no count knows of it. */
    long inTransit(LevelKey level) {
        long sum = 0;
        for (Posting posting : standing) {
            for (Line line : posting.lines()) {
                if (line instanceof Line.Change change
                        && isInTransit(change)
                        && level(posting, line).equals(level)) {
                    sum += change.quantity().millionths();
                }
            }
        }
        return sum;
    }

    private static boolean isInTransit(Line line) {
        return line instanceof Line.Change change && change.account() == Account.IN_TRANSIT;
    }

    private static LevelKey level(Posting posting, Line line) {
        return new LevelKey(posting.tenant(), line.location(), line.variant());
    }

    private record Fact(Position place, Line line) {}

    /** On hand from each time on at which something happened. */
    NavigableMap<Instant, Long> onHand(LevelKey level) {
        List<Fact> facts = new ArrayList<>();
        for (Posting posting : standing) {
            for (Line line : posting.lines()) {
                if (level(posting, line).equals(level) && !isInTransit(line)) {
                    facts.add(new Fact(place(posting, line), line));
                }
            }
        }
        facts.sort(Comparator.comparing(Fact::place));
        NavigableMap<Instant, Long> onHand = new TreeMap<>();
        long now = 0;
        for (Fact fact : facts) {
            now =
                    switch (fact.line()) {
                        case Line.Change change -> now + change.quantity().millionths();
                        case Line.Count count -> count.counted().millionths();
                        case Line.Grant _, Line.Release _ -> now;
                    };
            onHand.put(fact.place().at(), now);
        }
        return onHand;
    }

    long onHandNow(LevelKey level) {
        Map.Entry<Instant, Long> last = onHand(level).lastEntry();
        return last == null ? 0 : last.getValue();
    }

    long onHandAt(LevelKey level, Instant at) {
        Map.Entry<Instant, Long> last = onHand(level).floorEntry(at);
        return last == null ? 0 : last.getValue();
    }

    private static Position place(Posting posting, Line line) {
        return line instanceof Line.Count
                ? Position.ofCount(posting.effectiveAt(), posting.identity(), line.no())
                : Position.ofChange(posting.effectiveAt());
    }
}
