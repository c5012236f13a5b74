package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.tenancy.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents and what stands of them, on the connection of a batch. */
final class DocumentStatements {

    /** By the levels that a posting names: its movements have no other index. */
    private static final String MOVEMENTS =
            """
            select m.tenant_id, m.posting_id, m.line_no, m.line, m.location_id,
                m.variant_id, m.account, m.bucket, m.quantity, m.level_seq,
                m.counted, m.effective_at
            from unnest(?::uuid[], ?::uuid[]) as wanted (tenant, id)
            join stock_posting p
                on p.tenant_id = wanted.tenant and p.posting_id = wanted.id
            cross join lateral unnest(p.location_ids, p.variant_ids)
                as level (location, variant)
            cross join lateral (
                select x.recorded_at from stock_movement x
                where x.tenant_id = p.tenant_id and x.location_id = level.location
                    and x.variant_id = level.variant
                    and x.recorded_at >= p.recorded_at
                    and x.posting_id = p.posting_id
                order by x.recorded_at, x.level_seq limit 1) first
            join stock_movement m on m.tenant_id = p.tenant_id
                and m.location_id = level.location and m.variant_id = level.variant
                and m.recorded_at = first.recorded_at
                and m.posting_id = p.posting_id
            where m.account <> 2 and m.type <> 'count-correction'
            order by m.tenant_id, m.posting_id, m.line_no
            """;

    private final Connection connection;

    DocumentStatements(Connection connection) {
        this.connection = connection;
    }

    /** A line as it stands after an event. */
    record Row(Documents.Key document, long revision, StandingLine line) {}

    /** Makes the rows that are missing, in the order of the key. */
    void insert(Collection<Documents.Key> documents) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into stock_document (tenant_id, document_id, revision)
                        select tenant, id, 0 from unnest(?::uuid[], ?::uuid[]) as row (tenant, id)
                        order by tenant, id
                        on conflict (tenant_id, document_id) do nothing
                        """)) {
            bind(statement, documents);
            statement.executeUpdate();
        }
    }

    /** Locks the rows, in the order of the key, and reads the standing revisions. */
    Map<Documents.Key, Long> lock(Collection<Documents.Key> documents) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select d.tenant_id, d.document_id, d.revision
                        from unnest(?::uuid[], ?::uuid[]) as wanted (tenant, id)
                        join stock_document d
                            on d.tenant_id = wanted.tenant and d.document_id = wanted.id
                        order by d.tenant_id, d.document_id
                        for update of d
                        """)) {
            bind(statement, documents);
            Map<Documents.Key, Long> revisions = new HashMap<>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    revisions.put(document(row), row.getLong("revision"));
                }
            }
            return revisions;
        }
    }

    /**
     * What stands of documents. One without lines of its own stands as its first revision was
     * posted.
     *
     * @param firsts the postings of first revisions, by their documents
     */
    Map<Documents.Key, List<StandingLine>> standing(
            Collection<Documents.Key> documents, Map<Documents.Key, Entry.Key> firsts)
            throws SQLException {
        Map<Documents.Key, List<StandingLine>> standing = new HashMap<>(lines(documents));
        Map<Entry.Key, Documents.Key> unrevised = new HashMap<>();
        firsts.forEach(
                (document, first) -> {
                    if (!standing.containsKey(document)) {
                        unrevised.put(first, document);
                    }
                });
        movements(unrevised.keySet())
                .forEach(
                        (first, moved) -> {
                            Documents.Key document = unrevised.get(first);
                            if (document != null) {
                                standing.put(document, moved);
                            }
                        });
        return standing;
    }

    /** All lines that documents ever had; a document without a revision before has none yet. */
    private Map<Documents.Key, List<StandingLine>> lines(Collection<Documents.Key> documents)
            throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select l.tenant_id, l.document_id, l.line_no, l.line, l.location_id,
                            l.variant_id, l.account, l.bucket, l.quantity, l.count_seq,
                            l.effective_at
                        from unnest(?::uuid[], ?::uuid[]) as wanted (tenant, id)
                        join stock_document_line l
                            on l.tenant_id = wanted.tenant and l.document_id = wanted.id
                        order by l.tenant_id, l.document_id, l.line_no
                        """)) {
            bind(statement, documents);
            Map<Documents.Key, List<StandingLine>> lines = new HashMap<>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    String bucket = row.getString("bucket");
                    lines.computeIfAbsent(document(row), key -> new ArrayList<>())
                            .add(
                                    line(
                                            row,
                                            bucket.isEmpty() ? null : bucket,
                                            Columns.numberIfAny(row, "count_seq")));
                }
            }
            return lines;
        }
    }

    /**
     * What postings moved, but for promises and for what they made counts correct. A posting's
     * movements of one level were recorded at one time, and not before the posting.
     */
    private Map<Entry.Key, List<StandingLine>> movements(Collection<Entry.Key> postings)
            throws SQLException {
        if (postings.isEmpty()) {
            return Map.of();
        }
        try (var statement = connection.prepareStatement(MOVEMENTS)) {
            new Columns<Entry.Key>(statement, postings)
                    .uuid(key -> key.tenant().value())
                    .uuid(key -> key.posting().value());
            Map<Entry.Key, List<StandingLine>> lines = new HashMap<>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    lines.computeIfAbsent(posting(row), key -> new ArrayList<>()).add(moved(row));
                }
            }
            return lines;
        }
    }

    void update(Map<Documents.Key, Long> revisions) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        update stock_document d set revision = n.revision
                        from unnest(?::uuid[], ?::uuid[], ?::int8[]) as n (tenant, id, revision)
                        where d.tenant_id = n.tenant and d.document_id = n.id
                        """)) {
            new Columns<Map.Entry<Documents.Key, Long>>(statement, revisions.entrySet())
                    .uuid(entry -> entry.getKey().tenant().value())
                    .uuid(entry -> entry.getKey().document())
                    .number(Map.Entry::getValue);
            statement.executeUpdate();
        }
    }

    void writeLines(Collection<Row> rows) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into stock_document_line (tenant_id, document_id, line_no, line,
                            location_id, variant_id, account, bucket, quantity, count_seq,
                            revision, effective_at)
                        select * from unnest(?::uuid[], ?::uuid[], ?::int4[], ?::text[],
                            ?::uuid[], ?::uuid[], ?::int2[], ?::text[], ?::int8[], ?::int8[],
                            ?::int8[], ?::timestamptz[])
                        on conflict (tenant_id, document_id, line_no, location_id, variant_id,
                            account, bucket)
                        do update set line = excluded.line, quantity = excluded.quantity,
                            count_seq = excluded.count_seq, revision = excluded.revision,
                            effective_at = excluded.effective_at
                        """)) {
            new Columns<Row>(statement, rows)
                    .uuid(row -> row.document().tenant().value())
                    .uuid(row -> row.document().document())
                    .small(row -> row.line().no())
                    .text(row -> row.line().line())
                    .uuid(row -> row.line().location().value())
                    .uuid(row -> row.line().variant().value())
                    .small(row -> (int) row.line().account().code())
                    .text(row -> bucket(row.line()))
                    .number(row -> row.line().quantity())
                    .number(row -> row.line().count())
                    .number(Row::revision)
                    .time(row -> row.line().effectiveAt());
            statement.executeUpdate();
        }
    }

    private static String bucket(StandingLine line) {
        String bucket = line.bucket();
        return bucket == null ? "" : bucket;
    }

    private static void bind(PreparedStatement statement, Collection<Documents.Key> documents)
            throws SQLException {
        new Columns<Documents.Key>(statement, documents)
                .uuid(key -> key.tenant().value())
                .uuid(Documents.Key::document);
    }

    private static Documents.Key document(ResultSet row) throws SQLException {
        return new Documents.Key(
                new TenantId(Columns.uuid(row, "tenant_id")), Columns.uuid(row, "document_id"));
    }

    private static Entry.Key posting(ResultSet row) throws SQLException {
        return new Entry.Key(
                new TenantId(Columns.uuid(row, "tenant_id")),
                new PostingId(Columns.uuid(row, "posting_id")));
    }

    /** A count stands by its number; what it moved is found there. */
    private static StandingLine moved(ResultSet row) throws SQLException {
        row.getLong("counted");
        Long count = row.wasNull() ? null : row.getLong("level_seq");
        return line(row, row.getString("bucket"), count);
    }

    private static StandingLine line(ResultSet row, @Nullable String bucket, @Nullable Long count)
            throws SQLException {
        return new StandingLine(
                row.getInt("line_no"),
                row.getString("line"),
                new LocationId(Columns.uuid(row, "location_id")),
                new VariantId(Columns.uuid(row, "variant_id")),
                Account.ofCode(row.getInt("account")),
                bucket,
                count == null ? row.getLong("quantity") : 0,
                count,
                Columns.time(row, "effective_at"));
    }
}
