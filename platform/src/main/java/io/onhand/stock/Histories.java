package io.onhand.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a batch must know of its levels' past. In ordinary trading that is nothing: only who comes
 * late meets what was there before. A late change needs the next standing count; a late count, and
 * the taking back of a count, need all that is effective from their time on.
 */
final class Histories {

    /** Rows of history that a batch of strangers' postings may wait for. */
    static final int ROWS_MAX = 10_000;

    private final HistoryStatements statements;
    private final int rowsMax;
    private final Set<Entry.Key> late = new HashSet<>();
    private final Map<LevelKey, Instant> whole = new HashMap<>();
    private final Set<HistoryStatements.Late> lateChanges = new HashSet<>();

    Histories(Connection connection, int rowsMax) {
        this.statements = new HistoryStatements(connection);
        this.rowsMax = rowsMax;
    }

    /**
     * Makes a fold of each locked level, with the history that the open entries need.
     *
     * @throws LongHistory when that is more than the batch may wait for
     */
    void read(Batch batch, Map<LevelKey, LevelState> levels) throws SQLException {
        for (Entry entry : batch.open()) {
            need(entry, levels);
        }
        lateChanges.removeIf(
                late -> {
                    Instant from = whole.get(late.level());
                    return from != null && !from.isAfter(late.at());
                });
        Map<LevelKey, Set<Anchor>> anchors = new HashMap<>();
        statements.anchorsFrom(whole).forEach(a -> put(anchors, a));
        statements.nextAnchors(lateChanges).forEach(a -> put(anchors, a));
        Map<LevelKey, List<LevelFold.Placed>> later = placed(anchors);
        levels.forEach(
                (key, state) ->
                        batch.levels()
                                .put(
                                        key,
                                        LevelFold.of(
                                                state,
                                                later.getOrDefault(key, List.of()),
                                                anchors.getOrDefault(key, Set.of()))));
    }

    private void need(Entry entry, Map<LevelKey, LevelState> levels) {
        Instant at = entry.posting().effectiveAt();
        for (Line line : entry.lines()) {
            LevelKey key = entry.level(line);
            LevelState state = levels.getOrDefault(key, LevelState.NEW);
            if (line instanceof Line.Count && state.isLateForCount(at)) {
                needWhole(entry, key, at);
            } else if (line instanceof Line.Change change
                    && change.account() == Account.ON_HAND
                    && state.isLateForChange(at)) {
                lateChanges.add(new HistoryStatements.Late(key, at));
            }
        }
        for (StandingLine line : entry.takenBack()) {
            LevelKey key = entry.level(line);
            LevelState state = levels.getOrDefault(key, LevelState.NEW);
            if (line.count() != null) {
                needWhole(entry, key, line.effectiveAt());
            } else if (state.isLateForChange(line.effectiveAt())) {
                lateChanges.add(new HistoryStatements.Late(key, line.effectiveAt()));
            }
        }
    }

    private void needWhole(Entry entry, LevelKey key, Instant from) {
        late.add(entry.key());
        whole.merge(key, from, (a, b) -> a.isBefore(b) ? a : b);
    }

    private static void put(Map<LevelKey, Set<Anchor>> anchors, HistoryStatements.AnchorOf found) {
        anchors.computeIfAbsent(found.level(), key -> new HashSet<>()).add(found.anchor());
    }

    /** A count, its corrections and its reversal stand where the count stands. */
    private Map<LevelKey, List<LevelFold.Placed>> placed(Map<LevelKey, Set<Anchor>> anchors)
            throws SQLException {
        Map<LevelKey, List<LevelFold.Placed>> placed = new HashMap<>();
        List<HistoryStatements.MovementOf> movements = statements.movementsFrom(whole, rowsMax);
        if (movements.size() > rowsMax) {
            throw new LongHistory(late);
        }
        for (HistoryStatements.MovementOf movement : movements) {
            long count = movement.ofCount();
            Position place =
                    count == 0
                            ? Position.ofChange(movement.effectiveAt())
                            : place(anchors.getOrDefault(movement.level(), Set.of()), count);
            placed.computeIfAbsent(movement.level(), key -> new ArrayList<>())
                    .add(new LevelFold.Placed(place, movement.quantity(), count));
        }
        return placed;
    }

    private static Position place(Set<Anchor> anchors, long count) {
        Stream<Anchor> found = anchors.stream().filter(anchor -> anchor.seq() == count);
        return found.findFirst()
                .map(Anchor::place)
                .orElseThrow(() -> new IllegalStateException("count " + count + " has no anchor"));
    }
}
