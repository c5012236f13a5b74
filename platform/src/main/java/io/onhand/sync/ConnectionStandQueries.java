package io.onhand.sync;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the current tenant's connections are with their vendors. */
@Component
public class ConnectionStandQueries {

    private final JdbcClient app;
    private final TenantTransactions transactions;

    ConnectionStandQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /** The stand of a connection; empty if it asks and tells nobody. */
    public Optional<Stand> of(SourceId connection) {
        return transactions.read(() -> read(new UUID[] {connection.value()})).values().stream()
                .findFirst();
    }

    /** The stands of connections; one that asks and tells nobody is absent. */
    public Map<SourceId, Stand> of(Collection<SourceId> connections) {
        return transactions.read(
                () -> read(connections.stream().map(SourceId::value).toArray(UUID[]::new)));
    }

    private Map<SourceId, Stand> read(UUID[] connections) {
        return app
                .sql(
                        """
                        select connection_id, paused, pushes_from, polled_at, catalogued_at,
                            observed_at, reconciled_at,
                            coalesce(failed_at, catalogue_failed_at) as failed_at,
                            coalesce(failure, catalogue_failure) as failure
                        from connection_stand where connection_id = any(:connections)
                        """)
                .param("connections", connections)
                .query(ConnectionStandQueries::stand)
                .list()
                .stream()
                .collect(Collectors.toMap(Stand::connection, Function.identity()));
    }

    /**
     * Where to go on, and what is due by the machine's clock.
     *
     * @param poll null at first
     * @param catalogue null at first
     */
    record Way(
            @Nullable String poll,
            @Nullable String catalogue,
            Instant catalogueDue,
            Instant reconcileDue) {}

    Optional<Way> way(SourceId connection) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select poll_cursor, catalogue_cursor, catalogue_due,
                                            reconcile_due
                                        from connection_stand where connection_id = :connection
                                        """)
                                .param("connection", connection.value())
                                .query(
                                        (row, number) ->
                                                new Way(
                                                        row.getString("poll_cursor"),
                                                        row.getString("catalogue_cursor"),
                                                        time(row, "catalogue_due"),
                                                        time(row, "reconcile_due")))
                                .optional());
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Stand stand(ResultSet row, int number) throws SQLException {
        return new Stand(
                new SourceId(row.getObject("connection_id", UUID.class)),
                row.getBoolean("paused"),
                timeOrNull(row, "pushes_from"),
                timeOrNull(row, "polled_at"),
                timeOrNull(row, "catalogued_at"),
                timeOrNull(row, "observed_at"),
                timeOrNull(row, "reconciled_at"),
                timeOrNull(row, "failed_at"),
                row.getString("failure"));
    }
}
