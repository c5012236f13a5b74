package io.onhand.stock;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who was here before. The primary key of postings decides, so the answer is the same for all. */
final class Identities {

    private final PostingStatements statements;

    Identities(PostingStatements statements) {
        this.statements = statements;
    }

    /**
     * Takes the identities of facts, and the places of the first revisions that may not come any
     * more, in one statement; what is there already is answered. Promises are only looked up: they
     * take theirs when they are granted.
     */
    void take(Batch batch) throws SQLException {
        answerHeld(batch.open(Entry.Kind.EVENT));
        List<PostingRow> rows = new ArrayList<>();
        for (Entry entry : batch.open(Entry.Kind.FACT)) {
            rows.add(PostingRow.of(entry));
        }
        for (Entry entry : batch.open(Entry.Kind.EVENT)) {
            if (entry.posting().reverses() == null) {
                rows.add(PostingRow.superseded(entry.posting(), 0));
            }
        }
        Set<Entry.Key> taken = rows.isEmpty() ? Set.of() : statements.insert(rows, batch.now());
        List<Entry> before = new ArrayList<>(batch.open(Entry.Kind.PROMISE));
        for (Entry entry : batch.open(Entry.Kind.FACT)) {
            if (!taken.contains(entry.key())) {
                before.add(entry);
            }
        }
        answerKnown(batch, before);
        for (Entry entry : batch.open(Entry.Kind.FACT)) {
            if (!taken.contains(entry.key())) {
                entry.answer(new Outcome.Held());
            }
        }
    }

    /** Before anything is done to their documents; what is held meanwhile is found at the end. */
    private void answerHeld(List<Entry> events) throws SQLException {
        List<Entry> asking =
                events.stream()
                        .filter(e -> e.posting().reverses() == null)
                        .filter(e -> !e.posting().settlesHeld())
                        .toList();
        Set<Entry.Key> held = statements.findHeld(asking.stream().map(Entry::key).toList());
        for (Entry entry : asking) {
            if (held.contains(entry.key())) {
                entry.answer(new Outcome.Held());
            }
        }
    }

    /** Answers those that are there by now. */
    void answerKnown(Batch batch, Collection<Entry> entries) throws SQLException {
        Map<Entry.Key, KnownPosting> known =
                statements.find(entries.stream().map(Entry::key).toList());
        for (Entry entry : entries) {
            KnownPosting posting = known.get(entry.key());
            if (posting != null) {
                entry.answer(posting.answer(entry.posting()));
                batch.repeats().add(repeat(entry.posting(), 0, posting.answer(entry.posting())));
            }
        }
    }

    /**
     * Takes the identities that were waiting for locks.
     *
     * @throws RunAgain when another batch took one meanwhile, or an event is held under one now
     */
    void takeLate(Batch batch) throws SQLException {
        List<PostingRow> rows = batch.lateIdentities();
        if (!rows.isEmpty() && statements.insert(rows, batch.now()).size() < rows.size()) {
            throw new RunAgain("an identity was taken by another batch");
        }
    }

    /** Keeps a note of all that was sent again. */
    void keepRepeats(Batch batch) throws SQLException {
        if (!batch.repeats().isEmpty()) {
            statements.insertRepeats(batch.repeats(), batch.now());
        }
    }

    static Repeat repeat(Posting posting, int place, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Conflict _ -> new Repeat(posting, place, "conflict");
            case Outcome.Stale _ -> new Repeat(posting, place, "stale");
            case Outcome.Applied _,
                    Outcome.Duplicate _,
                    Outcome.Refused _,
                    Outcome.Invalid _,
                    Outcome.Held _,
                    Outcome.Unknown _ ->
                    new Repeat(posting, place, "duplicate");
        };
    }
}
