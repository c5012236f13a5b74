package io.onhand.stock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The later part of levels' histories, on the connection of a batch that has locked them. */
final class HistoryStatements {

    private final Connection connection;

    HistoryStatements(Connection connection) {
        this.connection = connection;
    }

    /** A level, and a time from which its history is asked for. */
    record Late(LevelKey level, Instant at) {}

    /** A count of a level. */
    record AnchorOf(LevelKey level, Anchor anchor) {}

    /**
     * An on-hand movement of a level.
     *
     * @param ofCount the number of the count that it is, corrects or takes back; 0 for others
     */
    record MovementOf(LevelKey level, Instant effectiveAt, long quantity, long ofCount) {}

    /** All counts from a time on, those taken back too. */
    List<AnchorOf> anchorsFrom(Map<LevelKey, Instant> from) throws SQLException {
        if (from.isEmpty()) {
            return List.of();
        }
        try (var statement =
                connection.prepareStatement(
                        """
                        select a.tenant_id, a.location_id, a.variant_id, a.effective_at,
                            a.source_id, a.external_id, a.revision, a.line_no, a.level_seq,
                            a.counted, a.clock_error_ms, r.level_seq is not null as revoked
                        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[])
                            as late (tenant, location, variant, since)
                        join stock_count_anchor a on a.tenant_id = late.tenant
                            and a.location_id = late.location and a.variant_id = late.variant
                            and a.effective_at >= late.since
                        left join stock_count_revocation r on r.tenant_id = a.tenant_id
                            and r.location_id = a.location_id and r.variant_id = a.variant_id
                            and r.level_seq = a.level_seq
                        """)) {
            bind(statement, late(from));
            return anchors(statement);
        }
    }

    /** The counts at the time of the next standing count at or after a time. */
    List<AnchorOf> nextAnchors(Collection<Late> lates) throws SQLException {
        if (lates.isEmpty()) {
            return List.of();
        }
        try (var statement =
                connection.prepareStatement(
                        """
                        select a.tenant_id, a.location_id, a.variant_id, a.effective_at,
                            a.source_id, a.external_id, a.revision, a.line_no, a.level_seq,
                            a.counted, a.clock_error_ms, r.level_seq is not null as revoked
                        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[])
                            as late (tenant, location, variant, since)
                        cross join lateral (
                            select c.effective_at from stock_count_anchor c
                            where c.tenant_id = late.tenant and c.location_id = late.location
                                and c.variant_id = late.variant and c.effective_at >= late.since
                                and not exists (
                                    select 1 from stock_count_revocation v
                                    where v.tenant_id = c.tenant_id
                                        and v.location_id = c.location_id
                                        and v.variant_id = c.variant_id
                                        and v.level_seq = c.level_seq)
                            order by c.effective_at limit 1) next
                        join stock_count_anchor a on a.tenant_id = late.tenant
                            and a.location_id = late.location and a.variant_id = late.variant
                            and a.effective_at = next.effective_at
                        left join stock_count_revocation r on r.tenant_id = a.tenant_id
                            and r.location_id = a.location_id and r.variant_id = a.variant_id
                            and r.level_seq = a.level_seq
                        """)) {
            bind(statement, lates);
            return anchors(statement);
        }
    }

    /**
     * The on-hand movements that are effective from a time on. None is effective after it was
     * recorded, so they all lie in the part of the level that was recorded from then on.
     *
     * @param max how many are of use; one more says that there are more
     */
    List<MovementOf> movementsFrom(Map<LevelKey, Instant> from, int max) throws SQLException {
        if (from.isEmpty()) {
            return List.of();
        }
        try (var statement =
                connection.prepareStatement(
                        """
                        select m.tenant_id, m.location_id, m.variant_id, m.level_seq, m.type,
                            m.quantity, m.effective_at, m.corrects_seq
                        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[])
                            as late (tenant, location, variant, since)
                        join stock_movement m on m.tenant_id = late.tenant
                            and m.location_id = late.location and m.variant_id = late.variant
                            and m.recorded_at >= late.since
                        where m.account = 1 and m.effective_at >= late.since
                        limit ?
                        """)) {
            bind(statement, late(from)).sameNumber(max + 1L);
            List<MovementOf> movements = new ArrayList<>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    movements.add(movement(row));
                }
            }
            return movements;
        }
    }

    private static List<Late> late(Map<LevelKey, Instant> from) {
        return from.entrySet().stream().map(e -> new Late(e.getKey(), e.getValue())).toList();
    }

    private static Columns<Late> bind(PreparedStatement statement, Collection<Late> lates)
            throws SQLException {
        return new Columns<Late>(statement, lates)
                .uuid(late -> late.level().tenant().value())
                .uuid(late -> late.level().location().value())
                .uuid(late -> late.level().variant().value())
                .time(Late::at);
    }

    private static List<AnchorOf> anchors(PreparedStatement statement) throws SQLException {
        List<AnchorOf> anchors = new ArrayList<>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                anchors.add(new AnchorOf(LevelStatements.key(row), anchor(row)));
            }
        }
        return anchors;
    }

    private static Anchor anchor(ResultSet row) throws SQLException {
        var identity =
                new Identity(
                        new SourceId(Columns.uuid(row, "source_id")),
                        row.getString("external_id"),
                        row.getLong("revision"));
        var place =
                Position.ofCount(
                        Columns.time(row, "effective_at"), identity, row.getInt("line_no"));
        return new Anchor(
                place,
                row.getLong("level_seq"),
                row.getLong("counted"),
                row.getLong("clock_error_ms"),
                row.getBoolean("revoked"));
    }

    private static MovementOf movement(ResultSet row) throws SQLException {
        boolean isCount = row.getString("type").equals(MovementType.COUNT.word());
        return new MovementOf(
                LevelStatements.key(row),
                Columns.time(row, "effective_at"),
                row.getLong("quantity"),
                isCount ? row.getLong("level_seq") : row.getLong("corrects_seq"));
    }
}
