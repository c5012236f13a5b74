package io.onhand.channels;

import io.onhand.exceptions.ExceptionId;
import io.onhand.stock.ContentHash;
import io.onhand.stock.PostingId;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's events that were kept because they were not applied when they came. */
@Component
class SourceEventQueries {

    private final JdbcClient app;
    private final TenantTransactions transactions;

    SourceEventQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /** The kept events of these ids; an id under which nothing is kept is absent. */
    Map<UUID, HeldEvent> held(Collection<UUID> ids) {
        return transactions.read(
                () ->
                        app
                                .sql(
                                        """
                                        select source_event_id, content_hash, state, exception_id,
                                            posting_id, delivery_id
                                        from source_event where source_event_id = any(:ids)
                                        """)
                                .param("ids", ids.toArray(UUID[]::new))
                                .query(SourceEventQueries::held)
                                .list()
                                .stream()
                                .collect(Collectors.toMap(HeldEvent::id, Function.identity())));
    }

    private static HeldEvent held(ResultSet row, int number) throws SQLException {
        return new HeldEvent(
                row.getObject("source_event_id", UUID.class),
                new ContentHash(row.getBytes("content_hash")),
                HeldEvent.State.ofWord(row.getString("state")),
                new ExceptionId(row.getObject("exception_id", UUID.class)),
                posting(row),
                row.getObject("delivery_id", UUID.class));
    }

    private static @Nullable PostingId posting(ResultSet row) throws SQLException {
        UUID id = row.getObject("posting_id", UUID.class);
        return id == null ? null : new PostingId(id);
    }
}
