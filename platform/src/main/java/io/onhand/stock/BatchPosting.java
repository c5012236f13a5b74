package io.onhand.stock;

import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.MachineClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The ledger's work inside a transaction that somebody else opened, READ COMMITTED.
 *
 * <p>Locks are taken in one order, each class in the order of its key by the database: identities
 * of facts, documents, levels, new levels, reservations; then only rows that those cover. What a
 * lock protects is read by a later statement than the one that took it, because a statement sees
 * what was committed when it began.
 */
@Component
class BatchPosting {

    private final InstantSource business;
    private final InstantSource machine;

    @Autowired
    BatchPosting(BusinessClock business, MachineClock machine) {
        this(business::now, machine::now);
    }

    BatchPosting(InstantSource business, InstantSource machine) {
        this.business = business;
        this.machine = machine;
    }

    /**
     * Posts all of these, or throws and has posted nothing once the transaction is rolled back.
     *
     * @param postings at most one event of a document among them, in the order of their arrival
     * @return the outcomes in the same order, and how the transaction can be known again
     * @throws RunAgain when the same work would succeed in a new transaction
     * @throws Unpostable when one posting can never succeed
     * @throws LongHistory when some need more than {@link Histories#ROWS_MAX} rows; never for one
     */
    PostedBatch post(Connection connection, List<Posting> postings) throws SQLException {
        int rowsMax = postings.size() == 1 ? Integer.MAX_VALUE : Histories.ROWS_MAX;
        return post(connection, postings, rowsMax);
    }

    /** The same, whatever it has to read. */
    List<Outcome> postHere(Connection connection, List<Posting> postings) throws SQLException {
        return post(connection, postings, Integer.MAX_VALUE).outcomes();
    }

    private PostedBatch post(Connection connection, List<Posting> postings, int historyRowsMax)
            throws SQLException {
        var batch = new Batch(postings, business.instant());
        var identities = new Identities(new PostingStatements(connection));
        var documents = new Documents(connection, identities);
        var levels = new Levels(connection);
        var promises = new PromiseLocks(connection, identities);

        identities.take(batch);
        documents.plan(batch);
        Map<LevelKey, LevelState> locked = levels.lock(batch);
        new Histories(connection, historyRowsMax).read(batch, locked);
        promises.read(batch);
        fold(batch);
        answerCopies(batch);

        identities.takeLate(batch);
        new MoveStatements(connection).write(batch, machine.instant());
        new CountStatements(connection).write(batch);
        documents.write(batch);
        promises.write(batch);
        identities.keepRepeats(batch);
        return new PostedBatch(outcomes(batch, postings), witness(batch), batch.now());
    }

    private static void fold(Batch batch) {
        for (Entry entry : batch.open()) {
            try {
                fold(batch, entry);
            } catch (RuntimeException e) {
                throw new Unpostable(entry.key(), e);
            }
        }
    }

    private static void fold(Batch batch, Entry entry) {
        Promise promise = entry.posting().promise();
        var folding = new Folding(batch, entry);
        if (promise != null) {
            folding.promise(promise);
        } else if (entry.posting().isRelease()) {
            folding.release();
        } else {
            folding.fact();
            if (entry.kind() == Entry.Kind.EVENT) {
                batch.lateIdentities().add(PostingRow.of(entry));
            }
        }
    }

    /** Copies in one batch are told what the first was told, and are kept as repeats of it. */
    private static void answerCopies(Batch batch) {
        for (Entry entry : batch.entries()) {
            int place = 0;
            for (Posting copy : entry.copies()) {
                Outcome answer = answer(copy, entry);
                entry.answerCopy(answer);
                if (answer instanceof Outcome.Duplicate
                        || answer instanceof Outcome.Conflict
                        || answer instanceof Outcome.Stale) {
                    batch.repeats().add(Identities.repeat(copy, ++place, answer));
                }
            }
        }
    }

    private static Outcome answer(Posting copy, Entry entry) {
        Posting first = entry.posting();
        if (entry.outcome() instanceof Outcome.Held held) {
            return held;
        }
        if (!copy.content().equals(first.content())) {
            return new Outcome.Conflict(entry.id(), first.cause());
        }
        Outcome outcome = Objects.requireNonNull(entry.outcome());
        return outcome instanceof Outcome.Applied
                ? new Outcome.Duplicate(entry.id(), first.cause())
                : outcome;
    }

    private static Entry.@Nullable Key witness(Batch batch) {
        return batch.entries().stream()
                .filter(entry -> entry.outcome() instanceof Outcome.Applied)
                .map(Entry::key)
                .findFirst()
                .orElse(null);
    }

    private static List<Outcome> outcomes(Batch batch, List<Posting> postings) {
        Map<Entry.Key, List<Outcome>> answers = new HashMap<>();
        for (Entry entry : batch.entries()) {
            answers.put(entry.key(), new ArrayList<>(entry.outcomes()));
        }
        return postings.stream()
                .map(Entry::key)
                .map(key -> Objects.requireNonNull(answers.get(key)).removeFirst())
                .toList();
    }
}
