package io.onhand.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Inserts of counts and their revocations, on the connection of a batch. */
final class CountStatements {

    private final Connection connection;

    CountStatements(Connection connection) {
        this.connection = connection;
    }

    private record AnchorRow(LevelKey level, Anchor anchor) {}

    private record RevocationRow(LevelKey level, LevelFold.Revocation revocation) {}

    void write(Batch batch) throws SQLException {
        List<AnchorRow> anchors = new ArrayList<>();
        List<RevocationRow> revocations = new ArrayList<>();
        for (Map.Entry<LevelKey, LevelFold> level : batch.changedLevels()) {
            LevelFold fold = level.getValue();
            fold.newAnchors().forEach(a -> anchors.add(new AnchorRow(level.getKey(), a)));
            fold.revocations().forEach(r -> revocations.add(new RevocationRow(level.getKey(), r)));
        }
        if (!anchors.isEmpty()) {
            insertAnchors(anchors);
        }
        if (!revocations.isEmpty()) {
            insertRevocations(revocations);
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
