package io.onhand.inbox;

import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hints of the current tenant that wait until their documents were asked for. */
@Component
class PendingHintQueries {

    /** Hints that are looked at together; what is left is found by the next look. */
    static final int TOGETHER_MAX = 10_000;

    private final JdbcClient app;
    private final TenantTransactions transactions;

    PendingHintQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /** What waits for these documents, in the order in which it came. */
    List<PendingHint> of(Collection<UUID> documents) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select delivery_id, place, document_id, hint
                                        from delivery_event
                                        where document_id = any(:documents) and outcome is null
                                            and content is null and hint is not null
                                        order by received_at, delivery_id, place limit :limit
                                        """)
                                .param("documents", documents.toArray(UUID[]::new))
                                .param("limit", TOGETHER_MAX)
                                .query(PendingHintQueries::hint)
                                .list());
    }

    private static PendingHint hint(ResultSet row, int number) throws SQLException {
        return new PendingHint(
                row.getObject("delivery_id", UUID.class),
                row.getInt("place"),
                row.getObject("document_id", UUID.class),
                HintText.read(row.getString("hint")));
    }
}
