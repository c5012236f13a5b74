package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.tenancy.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The levels' rows, on the connection of a batch. */
final class LevelStatements {

    private final Connection connection;

    LevelStatements(Connection connection) {
        this.connection = connection;
    }

    /** Locks the rows that are there, in the order of the key, and reads them. */
    Map<LevelKey, LevelState> lock(Collection<LevelKey> keys) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select l.tenant_id, l.location_id, l.variant_id, l.on_hand, l.committed,
                            l.unavailable, l.incoming, l.in_transit, l.last_seq,
                            l.last_effective_at, l.last_count_at, l.changed_at,
                            l.frozen_at is not null as frozen
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
                Columns.time(row, "changed_at"),
                row.getBoolean("frozen"));
    }
}
