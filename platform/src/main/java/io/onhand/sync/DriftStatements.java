package io.onhand.sync;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.stock.SourceId;
import io.onhand.sync.Comparing.Key;
import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stayed unexplained at the last look. Runs inside the caller's transaction. */
@Component
class DriftStatements {

    private final JdbcClient app;

    DriftStatements(JdbcClient app) {
        this.app = app;
    }

    /**
     * A difference at the last look.
     *
     * @param looks how many looks found it, one after the other
     */
    record Drift(Quantity theirs, Quantity ours, int looks) {

        boolean isSame(Compared now) {
            return theirs.equals(now.theirs()) && ours.equals(now.ours());
        }
    }

    Map<Key, Drift> of(SourceId connection) {
        return app
                .sql(
                        """
                        select location_id, variant_id, theirs, ours, looks from till_drift
                        where connection_id = :connection
                        """)
                .param("connection", connection.value())
                .query(
                        (row, number) ->
                                Map.entry(
                                        new Key(
                                                new LocationId(
                                                        row.getObject("location_id", UUID.class)),
                                                new VariantId(
                                                        row.getObject("variant_id", UUID.class))),
                                        new Drift(
                                                new Quantity(row.getLong("theirs")),
                                                new Quantity(row.getLong("ours")),
                                                row.getInt("looks"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Notes what this look leaves unexplained; what it does not name is forgotten. */
    void put(SourceId connection, List<Compared> unexplained, Instant at) {
        if (!unexplained.isEmpty()) {
            insert(connection, unexplained, at);
        }
        app.sql("delete from till_drift where connection_id = :connection and seen_at < :at")
                .param("connection", connection.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets what the last look found of a level; whether it found something. */
    boolean forget(SourceId connection, Key level) {
        return app.sql(
                                """
                                delete from till_drift
                                where connection_id = :connection and location_id = :location
                                    and variant_id = :variant
                                """)
                        .param("connection", connection.value())
                        .param("location", level.location().value())
                        .param("variant", level.variant().value())
                        .update()
                == 1;
    }

    private void insert(SourceId connection, List<Compared> rows, Instant at) {
        app.sql(
                        """
                        insert into till_drift (tenant_id, connection_id, location_id, variant_id,
                            theirs, ours, looks, first_at, seen_at)
                        select cast(:tenant as uuid), cast(:connection as uuid), d.location_id,
                            d.variant_id, d.theirs, d.ours, 1, cast(:at as timestamptz),
                            cast(:at as timestamptz)
                        from unnest(cast(:locations as uuid[]), cast(:variants as uuid[]),
                                cast(:theirs as bigint[]), cast(:ours as bigint[]))
                            as d (location_id, variant_id, theirs, ours)
                        order by d.location_id, d.variant_id
                        on conflict (tenant_id, connection_id, location_id, variant_id) do update
                            set theirs = excluded.theirs, ours = excluded.ours,
                                looks = till_drift.looks + 1, seen_at = excluded.seen_at
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("connection", connection.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param(
                        "locations",
                        rows.stream().map(row -> row.location().value()).toArray(UUID[]::new))
                .param(
                        "variants",
                        rows.stream().map(row -> row.variant().value()).toArray(UUID[]::new))
                .param(
                        "theirs",
                        rows.stream().map(row -> row.theirs().millionths()).toArray(Long[]::new))
                .param(
                        "ours",
                        rows.stream().map(row -> row.ours().millionths()).toArray(Long[]::new))
                .update();
    }
}
