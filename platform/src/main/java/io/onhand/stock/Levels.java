package io.onhand.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The rows that a batch locks: whoever has a level's row may number its movements. */
final class Levels {

    private final LevelStatements statements;

    Levels(Connection connection) {
        this.statements = new LevelStatements(connection);
    }

    /**
     * Locks every level that the batch may move and makes those that are missing. What is there is
     * locked before anything is made, so batches cannot wait for each other in a circle.
     *
     * @throws RunAgain when another batch made one of the missing meanwhile
     */
    Map<LevelKey, LevelState> lock(Batch batch) throws SQLException {
        Set<LevelKey> wanted = new LinkedHashSet<>();
        batch.open().forEach(entry -> wanted.addAll(entry.levels()));
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<LevelKey, LevelState> levels = statements.lock(wanted);
        wanted.removeAll(levels.keySet());
        if (!wanted.isEmpty() && statements.insert(wanted) < wanted.size()) {
            throw new RunAgain("a level was made by another batch");
        }
        wanted.forEach(key -> levels.put(key, LevelState.NEW));
        return levels;
    }

    /**
     * One recorded time for a level and batch: it does not decrease, and is not before anything
     * that it records, whatever the clocks of other programs said.
     */
    static Instant recordedAt(LevelFold fold, Instant now) {
        Instant recorded = LevelState.later(fold.read().changedAt(), now);
        for (MovementRow row : fold.rows()) {
            recorded = LevelState.later(recorded, row.effectiveAt());
        }
        return recorded;
    }
}
