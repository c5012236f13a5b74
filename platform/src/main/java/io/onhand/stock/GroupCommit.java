package io.onhand.stock;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Posts what waits, of any tenants, in one commit. The only class that holds the ledger's own pool:
 * what is posted here crosses tenants, so nothing else may use it.
 *
 * <p>A posting that cannot be posted fails alone. When the database refuses the batch for the sake
 * of another one, or the connection breaks, the same batch is posted again: identities make that
 * harmless. When it was the answer to a commit that got lost, the batch is looked up first, so that
 * who posted is told what happened and not that somebody was before him.
 */
@Component
class GroupCommit implements BatchWriter {

    /** Tries of one transaction in all, the first included. */
    static final int TRIES_MAX = 10;

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    private final HikariDataSource ledger;
    private final BatchPosting posting;
    private final Counter retries;

    GroupCommit(
            @Qualifier("ledger") HikariDataSource ledger,
            BatchPosting posting,
            ObjectProvider<MeterRegistry> meters) {
        this.ledger = ledger;
        this.posting = posting;
        this.retries =
                Counter.builder("onhand.ledger.retries")
                        .description("transactions of batches that were tried again")
                        .register(meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /**
     * Posts them in the order of their arrival and returns their outcomes in the same order, after
     * commit.
     *
     * @param batch at most {@link Posting#LINES_MAX} lines together, of any tenants
     * @throws LedgerUnavailable when the database did not take it; sending it again is harmless
     */
    @Override
    public List<Outcome> post(List<Posting> batch) {
        return postParts(batch, Rounds.of(batch));
    }

    private List<Outcome> postParts(List<Posting> batch, List<List<Integer>> parts) {
        Outcome[] outcomes = new Outcome[batch.size()];
        for (List<Integer> part : parts) {
            List<Outcome> answers = postRound(part.stream().map(batch::get).toList());
            for (int i = 0; i < part.size(); i++) {
                outcomes[part.get(i)] = answers.get(i);
            }
        }
        return List.of(outcomes);
    }

    private List<Outcome> postRound(List<Posting> round) {
        Unanswered unanswered = null;
        for (int tries = 1; ; tries++) {
            try {
                if (unanswered != null && isCommitted(unanswered.batch)) {
                    return unanswered.batch.outcomes();
                }
                return transact(round);
            } catch (Unanswered e) {
                unanswered = e;
                beforeNextTry(tries, e);
            } catch (Unpostable e) {
                log.warn("A posting failed alone: {}", e.getMessage(), e);
                return postWithout(round, e);
            } catch (LongHistory e) {
                return postParts(round, e.apart(round));
            } catch (SQLException | RuntimeException e) {
                Failure failure = Failure.of(e);
                if (failure == Failure.CULPRIT || failure == Failure.TOO_LONG && round.size() > 1) {
                    return postHalves(round, e);
                }
                beforeNextTry(tries, e);
            }
        }
    }

    private void beforeNextTry(int tries, Exception reason) {
        if (tries >= TRIES_MAX) {
            throw new LedgerUnavailable("the database did not take the batch", reason);
        }
        log.debug("A batch is tried again", reason);
        retries.increment();
        Failure.pause(tries);
    }

    private List<Outcome> transact(List<Posting> round) throws SQLException, Unanswered {
        try (Connection connection = ledger.getConnection()) {
            connection.setAutoCommit(false);
            try {
                new TimeoutStatements(connection).set();
                PostedBatch batch = posting.post(connection, round);
                commit(connection, batch);
                return batch.outcomes();
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void commit(Connection connection, PostedBatch batch)
            throws SQLException, Unanswered {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (Failure.leavesCommitUnknown(e)) {
                throw new Unanswered(batch, e);
            }
            throw e;
        }
    }

    /** A batch is there as a whole or not at all, so one of its postings speaks for it. */
    private boolean isCommitted(PostedBatch batch) throws SQLException {
        Entry.Key witness = batch.witness();
        if (witness == null) {
            return false;
        }
        try (Connection connection = ledger.getConnection()) {
            return new PostingStatements(connection).isRecorded(witness, batch.recordedAt());
        }
    }

    private static void rollBack(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private List<Outcome> postWithout(List<Posting> round, Unpostable failed) {
        List<Posting> others = new ArrayList<>(round);
        others.removeIf(failed::is);
        List<Outcome> answers = new ArrayList<>(others.isEmpty() ? List.of() : postRound(others));
        return round.stream()
                .map(p -> failed.is(p) ? failed.outcome() : answers.removeFirst())
                .toList();
    }

    private List<Outcome> postHalves(List<Posting> round, Exception reason) {
        if (round.size() == 1) {
            log.error("The database refuses a posting: {}", Entry.key(round.getFirst()), reason);
            return List.of(
                    new Outcome.Invalid("unpostable", "the ledger could not take this posting"));
        }
        int half = round.size() / 2;
        List<Outcome> outcomes = new ArrayList<>(postRound(round.subList(0, half)));
        outcomes.addAll(postRound(round.subList(half, round.size())));
        return outcomes;
    }

    /** The commit was sent, and the connection broke before it was answered. */
    private static final class Unanswered extends Exception {

        private final transient PostedBatch batch;

        Unanswered(PostedBatch batch, SQLException cause) {
            super(cause);
            this.batch = batch;
        }
    }
}
