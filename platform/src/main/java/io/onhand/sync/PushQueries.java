package io.onhand.sync;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.stock.PostingId;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the vendors of the current tenant are told. */
@Component
class PushQueries {

    private final JdbcClient app;
    private final TenantTransactions transactions;

    PushQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /** The live connections, and since when they are: movements recorded before are not told. */
    Map<SourceId, Instant> live() {
        return transactions.read(
                () ->
                        app
                                .sql(
                                        """
                                        select connection_id, pushes_from from connection_stand
                                        where pushes_from is not null
                                        """)
                                .query(
                                        (row, number) ->
                                                Map.entry(
                                                        new SourceId(
                                                                row.getObject(
                                                                        "connection_id",
                                                                        UUID.class)),
                                                        time(row, "pushes_from")))
                                .list()
                                .stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The push that is to be tried again, if there is one. */
    Optional<OpenPush> open(SourceId connection) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select push_id, first_tried_at, since from push
                                        where connection_id = :connection and state = 'open'
                                        order by since limit 1
                                        """)
                                .param("connection", connection.value())
                                .query(this::openPush)
                                .optional()
                                .map(
                                        push ->
                                                new OpenPush(
                                                        push.id(),
                                                        push.firstTriedAt(),
                                                        push.since(),
                                                        changes(connection, push.id()))));
    }

    private OpenPush openPush(ResultSet row, int number) throws SQLException {
        return new OpenPush(
                row.getObject("push_id", UUID.class),
                time(row, "first_tried_at"),
                time(row, "since"),
                List.of());
    }

    private List<Change> changes(SourceId connection, UUID push) {
        return app.sql(
                        """
                        select change_key, location_id, variant_id, level_seq, posting_id, item,
                            location, type, quantity, occurred_at
                        from push_change
                        where connection_id = :connection and push_id = :push and state = 'open'
                        order by place
                        """)
                .param("connection", connection.value())
                .param("push", push)
                .query(PushQueries::change)
                .list();
    }

    /**
     * Changes that wait to be told, the longest waiting first. Runs inside the caller's
     * transaction.
     *
     * @param alone whether only those that are told alone, or only the others
     */
    List<Change> waiting(SourceId connection, boolean alone, int limit) {
        return app.sql(
                        """
                        select change_key, location_id, variant_id, level_seq, posting_id, item,
                            location, type, quantity, occurred_at
                        from push_change
                        where connection_id = :connection and state = 'waiting' and alone = :alone
                            and (type <> 'count' or not retimed)
                        order by planned_at, level_seq limit :limit
                        """)
                .param("connection", connection.value())
                .param("alone", alone)
                .param("limit", limit)
                .query(PushQueries::change)
                .list();
    }

    /**
     * Counts that were too old for the vendor and wait for a look at its stock, the longest waiting
     * first. Runs inside the caller's transaction.
     */
    List<Change> late(SourceId connection, int limit) {
        return app.sql(
                        """
                        select change_key, location_id, variant_id, level_seq, posting_id, item,
                            location, type, quantity, occurred_at
                        from push_change
                        where connection_id = :connection and state = 'waiting'
                            and type = 'count' and retimed
                        order by planned_at, level_seq limit :limit
                        """)
                .param("connection", connection.value())
                .param("limit", limit)
                .query(PushQueries::change)
                .list();
    }

    /** Levels about which the vendor is still to be told something, or was not told until then. */
    List<LevelUnderWay> underWay(SourceId connection, Instant until) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select location_id, variant_id from push_change
                                        where connection_id = :connection and state = 'waiting'
                                            and (type <> 'count' or not retimed)
                                        union
                                        select location_id, variant_id from push_change
                                        where connection_id = :connection and state = 'open'
                                        union
                                        select location_id, variant_id from push_change
                                        where connection_id = :connection and ended_at >= :until
                                        """)
                                .param("connection", connection.value())
                                .param("until", until.atOffset(ZoneOffset.UTC))
                                .query(
                                        (row, number) ->
                                                new LevelUnderWay(location(row), variant(row)))
                                .list());
    }

    /** A level about which something is under way. */
    record LevelUnderWay(LocationId location, VariantId variant) {}

    /**
     * The highest number of what was told again of this movement; 0 if nothing was. Runs in the
     * caller's transaction.
     */
    int toldAgain(SourceId connection, LocationId location, VariantId variant, long levelSeq) {
        return app.sql(
                        """
                        select coalesce(max(cast(nullif(split_part(change_key, ':', 4), '')
                            as int4)), 0) from push_change
                        where connection_id = :connection and location_id = :location
                            and variant_id = :variant and level_seq = :seq
                        """)
                .param("connection", connection.value())
                .param("location", location.value())
                .param("variant", variant.value())
                .param("seq", levelSeq)
                .query(Integer.class)
                .single();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getString("change_key"),
                location(row),
                variant(row),
                row.getLong("level_seq"),
                posting(row),
                row.getString("item"),
                row.getString("location"),
                row.getString("type"),
                new Quantity(row.getLong("quantity")),
                time(row, "occurred_at"));
    }

    private static LocationId location(ResultSet row) throws SQLException {
        return new LocationId(row.getObject("location_id", UUID.class));
    }

    private static VariantId variant(ResultSet row) throws SQLException {
        return new VariantId(row.getObject("variant_id", UUID.class));
    }

    private static @Nullable PostingId posting(ResultSet row) throws SQLException {
        UUID id = row.getObject("posting_id", UUID.class);
        return id == null ? null : new PostingId(id);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
