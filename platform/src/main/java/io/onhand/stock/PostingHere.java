package io.onhand.stock;

import io.onhand.tenancy.CurrentTenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** The ledger's work inside a tenant's own transaction, as the app's role. */
@Component
class PostingHere {

    private final DataSource app;
    private final BatchPosting posting;

    PostingHere(DataSource app, BatchPosting posting) {
        this.app = app;
        this.posting = posting;
    }

    List<Outcome> post(List<Posting> postings) {
        StockTransactions.takeTheOnePosting();
        if (!postings.stream().allMatch(p -> p.tenant().equals(CurrentTenant.id()))) {
            throw new IllegalArgumentException("a posting of another tenant");
        }
        if (Rounds.of(postings).size() > 1) {
            throw new IllegalArgumentException("two events of one document in one transaction");
        }
        Connection connection = DataSourceUtils.getConnection(app);
        try {
            List<Outcome> outcomes = post(connection, postings);
            StockTransactions.note(outcomes);
            return outcomes;
        } catch (SQLException e) {
            throw new UncategorizedSQLException("posting in the caller's transaction", null, e);
        }
    }

    /** What cannot be posted is answered alone; the rest is posted as if it had not been there. */
    private List<Outcome> post(Connection connection, List<Posting> postings) throws SQLException {
        Savepoint before = connection.setSavepoint();
        for (int tries = 1; ; tries++) {
            try {
                return posting.postHere(connection, postings);
            } catch (RunAgain e) {
                connection.rollback(before);
                if (tries == GroupCommit.TRIES_MAX) {
                    throw new LedgerUnavailable("other batches were always first", e);
                }
            } catch (Unpostable e) {
                connection.rollback(before);
                return without(connection, postings, e);
            }
        }
    }

    private List<Outcome> without(Connection connection, List<Posting> postings, Unpostable failed)
            throws SQLException {
        List<Posting> others = new ArrayList<>(postings);
        others.removeIf(failed::is);
        List<Outcome> answers = new ArrayList<>(post(connection, others));
        return postings.stream()
                .map(p -> failed.is(p) ? failed.outcome() : answers.removeFirst())
                .toList();
    }
}
