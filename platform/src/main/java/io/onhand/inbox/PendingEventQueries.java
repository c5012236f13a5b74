package io.onhand.inbox;

import io.onhand.channels.Arrived;
import io.onhand.channels.EventText;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events of the current tenant that wait to be posted. */
@Component
class PendingEventQueries {

    /** Events that are looked at together; what is left is found by the next look. */
    static final int TOGETHER_MAX = 1_000;

    static final String WAITING =
            """
            select delivery_id, place, document_id, content, received_at
            from delivery_event
            where document_id = any(:documents) and outcome is null
            order by received_at, delivery_id, place limit :limit
            """;

    private final JdbcClient app;
    private final TenantTransactions transactions;

    PendingEventQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /** What waits of these documents, in the order in which it came. */
    List<PendingEvent> of(Collection<UUID> documents) {
        return transactions.read(
                () ->
                        app.sql(WAITING)
                                .param("documents", documents.toArray(UUID[]::new))
                                .param("limit", TOGETHER_MAX)
                                .query(PendingEventQueries::event)
                                .list());
    }

    private static PendingEvent event(ResultSet row, int number) throws SQLException {
        UUID delivery = row.getObject("delivery_id", UUID.class);
        return new PendingEvent(
                delivery,
                row.getInt("place"),
                row.getObject("document_id", UUID.class),
                new Arrived(
                        EventText.read(row.getString("content")),
                        delivery,
                        row.getObject("received_at", OffsetDateTime.class).toInstant()));
    }
}
