package io.onhand.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the promises of a batch need, read after its levels were locked: the reservations that it
 * touches, those that ran out on the levels of a new promise, and once more whether a promise is
 * there already.
 */
final class PromiseLocks {

    private final ReservationStatements statements;
    private final Identities identities;

    PromiseLocks(Connection connection, Identities identities) {
        this.statements = new ReservationStatements(connection);
        this.identities = identities;
    }

    void read(Batch batch) throws SQLException {
        Set<LevelKey> asked = new HashSet<>();
        Set<HeldPromise.Key> wanted = new HashSet<>();
        for (Entry entry : batch.open()) {
            Fulfils fulfils = entry.posting().fulfils();
            if (fulfils != null) {
                wanted.add(new HeldPromise.Key(entry.tenant(), fulfils.reservation()));
            }
            for (Line line : entry.lines()) {
                if (line instanceof Line.Grant) {
                    asked.add(entry.level(line));
                } else if (line instanceof Line.Release release) {
                    wanted.add(new HeldPromise.Key(entry.tenant(), release.reservation()));
                }
            }
        }
        if (!asked.isEmpty()) {
            wanted.addAll(statements.due(asked, batch.now()));
        }
        if (!wanted.isEmpty()) {
            lock(batch, wanted);
        }
        // a copy whose original was granted while this batch waited must not be told "refused"
        identities.answerKnown(batch, batch.open(Entry.Kind.PROMISE));
        batch.addFirst(batch.promises().expiries(asked, batch.now()));
    }

    private void lock(Batch batch, Set<HeldPromise.Key> wanted) throws SQLException {
        Set<HeldPromise.Key> locked = statements.lock(wanted);
        Map<HeldPromise.Key, List<HeldPromise.Held>> lines = statements.lines(locked);
        lines.forEach((key, held) -> batch.promises().add(HeldPromise.known(key, held)));
    }

    /** Writes what became of the promises. */
    void write(Batch batch) throws SQLException {
        List<HeldPromise> made = new ArrayList<>();
        List<HeldPromise> ended = new ArrayList<>();
        List<ReservationStatements.Row> newLines = new ArrayList<>();
        List<ReservationStatements.Row> lessLines = new ArrayList<>();
        for (HeldPromise promise : batch.promises().all()) {
            boolean isNew = promise.granted() != null;
            if (isNew) {
                made.add(promise);
            } else if (promise.end() != null) {
                ended.add(promise);
            }
            for (HeldPromise.Held line : isNew ? promise.lines() : promise.changedLines()) {
                var row = new ReservationStatements.Row(promise.key(), line);
                (isNew ? newLines : lessLines).add(row);
            }
        }
        if (!made.isEmpty()) {
            statements.insert(made, batch.now());
            statements.insertLines(newLines);
        }
        if (!lessLines.isEmpty()) {
            statements.updateLines(lessLines);
        }
        if (!ended.isEmpty()) {
            statements.end(ended);
        }
    }
}
