package io.onhand.stock;

import io.onhand.stock.HeldPromise.Held;
import io.onhand.tenancy.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reservations' rows, on the connection of a batch that has locked their levels. */
final class ReservationStatements {

    private final Connection connection;

    ReservationStatements(Connection connection) {
        this.connection = connection;
    }

    /** The reservations of which something is left at these levels although their time ran out. */
    Set<HeldPromise.Key> due(Collection<LevelKey> levels, Instant now) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select r.tenant_id, r.reservation_id
                        from unnest(?::uuid[], ?::uuid[], ?::uuid[])
                            as level (tenant, location, variant)
                        join reservation_line r on r.tenant_id = level.tenant
                            and r.location_id = level.location and r.variant_id = level.variant
                        where r.remaining > 0 and r.expires_at <= ?::timestamptz
                        """)) {
            new Columns<LevelKey>(statement, levels)
                    .uuid(level -> level.tenant().value())
                    .uuid(level -> level.location().value())
                    .uuid(level -> level.variant().value())
                    .sameTime(now);
            return keys(statement);
        }
    }

    /** Locks the reservations' rows, in the order of the key; those that there are. */
    Set<HeldPromise.Key> lock(Collection<HeldPromise.Key> wanted) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select r.tenant_id, r.reservation_id
                        from unnest(?::uuid[], ?::uuid[]) as wanted (tenant, id)
                        join reservation r
                            on r.tenant_id = wanted.tenant and r.reservation_id = wanted.id
                        order by r.tenant_id, r.reservation_id
                        for update of r
                        """)) {
            bind(statement, wanted);
            return keys(statement);
        }
    }

    /** The lines of reservations whose rows are locked. */
    Map<HeldPromise.Key, List<Held>> lines(Collection<HeldPromise.Key> wanted) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select r.tenant_id, r.reservation_id, r.location_id, r.variant_id, r.held,
                            r.remaining, r.expires_at
                        from unnest(?::uuid[], ?::uuid[]) as wanted (tenant, id)
                        join reservation_line r
                            on r.tenant_id = wanted.tenant and r.reservation_id = wanted.id
                        """)) {
            bind(statement, wanted);
            Map<HeldPromise.Key, List<Held>> lines = new HashMap<>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    lines.computeIfAbsent(key(row), key -> new ArrayList<>()).add(held(row));
                }
            }
            return lines;
        }
    }

    void insert(Collection<HeldPromise> promises, Instant now) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into reservation (created_at, tenant_id, reservation_id,
                            location_id, owner, expires_at, posting_id, ended, ended_at)
                        select ?::timestamptz, row.* from unnest(?::uuid[], ?::uuid[], ?::uuid[],
                            ?::text[], ?::timestamptz[], ?::uuid[], ?::text[], ?::timestamptz[])
                            as row (tenant, id, location, owner, expires, posting, ended, ended_at)
                        """)) {
            new Columns<HeldPromise>(statement, promises)
                    .sameTime(now)
                    .uuid(promise -> promise.key().tenant().value())
                    .uuid(promise -> promise.key().reservation().value())
                    .uuid(promise -> promise.lines().getFirst().level().location().value())
                    .text(promise -> promise.grantedHere().promise().owner())
                    .time(promise -> promise.grantedHere().promise().expiresAt())
                    .uuid(promise -> promise.grantedHere().posting().value())
                    .text(ReservationStatements::endWord)
                    .time(ReservationStatements::endTime);
            statement.executeUpdate();
        }
    }

    /** A line of a reservation. */
    record Row(HeldPromise.Key promise, Held line) {}

    void insertLines(Collection<Row> lines) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into reservation_line (tenant_id, reservation_id, location_id,
                            variant_id, held, remaining, expires_at)
                        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::int8[],
                            ?::int8[], ?::timestamptz[])
                        """)) {
            lineKeys(statement, lines)
                    .number(row -> row.line().held())
                    .number(row -> row.line().remaining())
                    .time(row -> row.line().expiresAt());
            statement.executeUpdate();
        }
    }

    void updateLines(Collection<Row> lines) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        update reservation_line r set remaining = d.remaining
                        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::int8[])
                            as d (tenant, id, location, variant, remaining)
                        where r.tenant_id = d.tenant and r.reservation_id = d.id
                            and r.location_id = d.location and r.variant_id = d.variant
                        """)) {
            lineKeys(statement, lines).number(row -> row.line().remaining());
            statement.executeUpdate();
        }
    }

    void end(Collection<HeldPromise> promises) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        update reservation r set ended = d.ended, ended_at = d.ended_at
                        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[])
                            as d (tenant, id, ended, ended_at)
                        where r.tenant_id = d.tenant and r.reservation_id = d.id
                        """)) {
            new Columns<HeldPromise>(statement, promises)
                    .uuid(promise -> promise.key().tenant().value())
                    .uuid(promise -> promise.key().reservation().value())
                    .text(ReservationStatements::endWord)
                    .time(ReservationStatements::endTime);
            statement.executeUpdate();
        }
    }

    private static @Nullable String endWord(HeldPromise promise) {
        HeldPromise.End end = promise.end();
        return end == null ? null : end.state().word();
    }

    private static @Nullable Instant endTime(HeldPromise promise) {
        HeldPromise.End end = promise.end();
        return end == null ? null : end.at();
    }

    private static Columns<Row> lineKeys(PreparedStatement statement, Collection<Row> lines)
            throws SQLException {
        return new Columns<Row>(statement, lines)
                .uuid(row -> row.promise().tenant().value())
                .uuid(row -> row.promise().reservation().value())
                .uuid(row -> row.line().level().location().value())
                .uuid(row -> row.line().level().variant().value());
    }

    private static void bind(PreparedStatement statement, Collection<HeldPromise.Key> keys)
            throws SQLException {
        new Columns<HeldPromise.Key>(statement, keys)
                .uuid(key -> key.tenant().value())
                .uuid(key -> key.reservation().value());
    }

    private static Set<HeldPromise.Key> keys(PreparedStatement statement) throws SQLException {
        Set<HeldPromise.Key> keys = new HashSet<>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                keys.add(key(row));
            }
        }
        return keys;
    }

    private static HeldPromise.Key key(ResultSet row) throws SQLException {
        return new HeldPromise.Key(
                new TenantId(Columns.uuid(row, "tenant_id")),
                new ReservationId(Columns.uuid(row, "reservation_id")));
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                LevelStatements.key(row),
                row.getLong("held"),
                row.getLong("remaining"),
                Columns.time(row, "expires_at"));
    }
}
