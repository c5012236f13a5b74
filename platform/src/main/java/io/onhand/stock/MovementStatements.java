package io.onhand.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Inserts of movements, counts and their revocations, on the connection of a batch. */
final class MovementStatements {

    private final Connection connection;

    MovementStatements(Connection connection) {
        this.connection = connection;
    }

    private record Row(LevelKey level, Instant recordedAt, MovementRow movement) {}

    private record AnchorRow(LevelKey level, Anchor anchor) {}

    private record RevocationRow(LevelKey level, LevelFold.Revocation revocation) {}

    void write(Batch batch) throws SQLException {
        List<Row> movements = new ArrayList<>();
        List<AnchorRow> anchors = new ArrayList<>();
        List<RevocationRow> revocations = new ArrayList<>();
        for (Map.Entry<LevelKey, LevelFold> level : batch.changedLevels()) {
            LevelFold fold = level.getValue();
            Instant recorded = Levels.recordedAt(fold, batch.now());
            fold.rows().forEach(row -> movements.add(new Row(level.getKey(), recorded, row)));
            fold.newAnchors().forEach(a -> anchors.add(new AnchorRow(level.getKey(), a)));
            fold.revocations().forEach(r -> revocations.add(new RevocationRow(level.getKey(), r)));
        }
        if (!movements.isEmpty()) {
            insert(movements);
        }
        if (!anchors.isEmpty()) {
            insertAnchors(anchors);
        }
        if (!revocations.isEmpty()) {
            insertRevocations(revocations);
        }
    }

    private void insert(List<Row> rows) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into stock_movement (tenant_id, location_id, variant_id, level_seq,
                            account, bucket, type, quantity, balance_after, effective_at,
                            recorded_at, posting_id, line_no, line, counted, corrects_seq,
                            because_seq, reason)
                        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int8[],
                            ?::int2[], ?::text[], ?::text[], ?::int8[], ?::int8[],
                            ?::timestamptz[], ?::timestamptz[], ?::uuid[], ?::int4[], ?::text[],
                            ?::int8[], ?::int8[], ?::int8[], ?::text[])
                        """)) {
            new Columns<Row>(statement, rows)
                    .uuid(row -> row.level().tenant().value())
                    .uuid(row -> row.level().location().value())
                    .uuid(row -> row.level().variant().value())
                    .number(row -> row.movement().seq())
                    .small(row -> (int) row.movement().account().code())
                    .text(row -> row.movement().bucket())
                    .text(row -> row.movement().type().word())
                    .number(row -> row.movement().quantity())
                    .number(row -> row.movement().balanceAfter())
                    .time(row -> row.movement().effectiveAt())
                    .time(Row::recordedAt)
                    .uuid(row -> row.movement().origin().posting().value())
                    .small(row -> row.movement().origin().no())
                    .text(row -> row.movement().origin().line())
                    .number(row -> row.movement().counted())
                    .number(row -> row.movement().corrects())
                    .number(row -> row.movement().because())
                    .text(row -> row.movement().reason());
            statement.executeUpdate();
        }
    }

    private void insertAnchors(List<AnchorRow> rows) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into stock_count_anchor (tenant_id, location_id, variant_id,
                            effective_at, source_id, external_id, revision, line_no, level_seq,
                            counted, clock_error_ms)
                        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[],
                            ?::uuid[], ?::text[], ?::int8[], ?::int4[], ?::int8[], ?::int8[],
                            ?::int8[])
                        """)) {
            new Columns<AnchorRow>(statement, rows)
                    .uuid(row -> row.level().tenant().value())
                    .uuid(row -> row.level().location().value())
                    .uuid(row -> row.level().variant().value())
                    .time(row -> row.anchor().place().at())
                    .uuid(row -> row.anchor().place().identity().source().value())
                    .text(row -> row.anchor().place().identity().externalId())
                    .number(row -> row.anchor().place().identity().revision())
                    .small(row -> row.anchor().place().line())
                    .number(row -> row.anchor().seq())
                    .number(row -> row.anchor().counted())
                    .number(row -> row.anchor().clockErrorMs());
            statement.executeUpdate();
        }
    }

    private void insertRevocations(List<RevocationRow> rows) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into stock_count_revocation (tenant_id, location_id, variant_id,
                            level_seq, by_posting_id)
                        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int8[], ?::uuid[])
                        """)) {
            new Columns<RevocationRow>(statement, rows)
                    .uuid(row -> row.level().tenant().value())
                    .uuid(row -> row.level().location().value())
                    .uuid(row -> row.level().variant().value())
                    .number(row -> row.revocation().count())
                    .uuid(row -> row.revocation().by().value());
            statement.executeUpdate();
        }
    }
}
