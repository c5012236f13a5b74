package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.tenancy.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The levels' rows, on the connection of a batch. */
final class LevelStatements {

    private final Connection connection;

    LevelStatements(Connection connection) {
        this.connection = connection;
    }

    /**
     * A level with what it becomes.
     *
     * @param recordedAt when the batch was recorded on it
     */
    record Change(LevelKey key, LevelFold fold, Instant recordedAt) {}

    /** Locks the rows that are there, in the order of the key, and reads them. */
    Map<LevelKey, LevelState> lock(Collection<LevelKey> keys) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select l.tenant_id, l.location_id, l.variant_id, l.on_hand, l.committed,
                            l.unavailable, l.incoming, l.in_transit, l.last_seq,
                            l.last_effective_at, l.last_count_at, l.changed_at
                        from unnest(?::uuid[], ?::uuid[], ?::uuid[])
                            as wanted (tenant, location, variant)
                        join stock_level l on l.tenant_id = wanted.tenant
                            and l.location_id = wanted.location and l.variant_id = wanted.variant
                        order by l.tenant_id, l.location_id, l.variant_id
                        for update of l
                        """)) {
            bind(statement, keys);
            Map<LevelKey, LevelState> locked = new HashMap<>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    locked.put(key(row), state(row));
                }
            }
            return locked;
        }
    }

    /** Makes rows of zeros; how many were missing. */
    int insert(Collection<LevelKey> keys) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into stock_level (tenant_id, location_id, variant_id, changed_at)
                        select tenant, location, variant, timestamptz '1970-01-01 00:00:00+00'
                        from unnest(?::uuid[], ?::uuid[], ?::uuid[])
                            as row (tenant, location, variant)
                        order by tenant, location, variant
                        on conflict (tenant_id, location_id, variant_id) do nothing
                        """)) {
            bind(statement, keys);
            return statement.executeUpdate();
        }
    }

    /** Writes the levels' new numbers; how many were as they had been read. */
    int update(Collection<Change> changes) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        update stock_level l set on_hand = d.on_hand, committed = d.committed,
                            unavailable = d.unavailable, incoming = d.incoming,
                            in_transit = d.in_transit, last_seq = d.last_seq,
                            last_effective_at = d.last_effective, last_count_at = d.last_count,
                            changed_at = d.changed
                        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int8[], ?::int8[],
                            ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::timestamptz[],
                            ?::timestamptz[], ?::timestamptz[], ?::int8[])
                            as d (tenant, location, variant, on_hand, committed, unavailable,
                                incoming, in_transit, last_seq, last_effective, last_count,
                                changed, seq_read)
                        where l.tenant_id = d.tenant and l.location_id = d.location
                            and l.variant_id = d.variant and l.last_seq = d.seq_read
                        """)) {
            new Columns<Change>(statement, changes)
                    .uuid(change -> change.key().tenant().value())
                    .uuid(change -> change.key().location().value())
                    .uuid(change -> change.key().variant().value())
                    .number(change -> change.fold().state().balances().onHand())
                    .number(change -> change.fold().state().balances().committed())
                    .number(change -> change.fold().state().balances().unavailable())
                    .number(change -> change.fold().state().balances().incoming())
                    .number(change -> change.fold().state().balances().inTransit())
                    .number(change -> change.fold().state().lastSeq())
                    .time(change -> change.fold().state().lastEffectiveAt())
                    .time(change -> change.fold().state().lastCountAt())
                    .time(Change::recordedAt)
                    .number(change -> change.fold().read().lastSeq());
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Collection<LevelKey> keys)
            throws SQLException {
        new Columns<LevelKey>(statement, keys)
                .uuid(key -> key.tenant().value())
                .uuid(key -> key.location().value())
                .uuid(key -> key.variant().value());
    }

    static LevelKey key(ResultSet row) throws SQLException {
        return new LevelKey(
                new TenantId(Columns.uuid(row, "tenant_id")),
                new LocationId(Columns.uuid(row, "location_id")),
                new VariantId(Columns.uuid(row, "variant_id")));
    }

    static LevelState state(ResultSet row) throws SQLException {
        var balances =
                new Balances(
                        row.getLong("on_hand"),
                        row.getLong("committed"),
                        row.getLong("unavailable"),
                        row.getLong("incoming"),
                        row.getLong("in_transit"));
        return new LevelState(
                balances,
                row.getLong("last_seq"),
                Columns.timeIfAny(row, "last_effective_at"),
                Columns.timeIfAny(row, "last_count_at"),
                Columns.time(row, "changed_at"));
    }
}
