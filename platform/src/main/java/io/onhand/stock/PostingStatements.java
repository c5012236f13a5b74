package io.onhand.stock;

import io.onhand.tenancy.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The postings' own table, on the connection of a batch. */
final class PostingStatements {

    /** In key order, so that two lanes never wait for each other in a circle. */
    private static final String INSERT =
            """
            insert into stock_posting (tenant_id, posting_id, source_id, external_id,
                revision, content_hash, type, cause_type, cause_id, actor_type,
                actor_id, occurred_at, clock_error_ms, delivery_id, reverses_id, note,
                location_ids, variant_ids, recorded_at)
            select row.tenant, row.id, row.source, row.external, row.revision, row.content,
                row.type, row.cause_type, row.cause_id, row.actor_type, row.actor_id,
                row.occurred, row.clock_error, row.delivery, row.reverses, row.note,
                row.locations::uuid[], row.variants::uuid[], ?::timestamptz
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::int8[],
                ?::bytea[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::timestamptz[], ?::int8[], ?::uuid[], ?::uuid[], ?::text[],
                ?::text[], ?::text[], ?::int4[])
                as row (tenant, id, source, external, revision, content, type,
                    cause_type, cause_id, actor_type, actor_id, occurred, clock_error,
                    delivery, reverses, note, locations, variants, yields)
            left join stock_hold h on row.yields = 1
                and h.tenant_id = row.tenant and h.posting_id = row.id
            where h.posting_id is null
            order by row.tenant, row.id
            on conflict (tenant_id, posting_id) do nothing
            returning tenant_id, posting_id
            """;

    private final Connection connection;

    PostingStatements(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the identities that are free, in the order of the key, so that two batches cannot wait
     * for each other in a circle. Waits for a batch that is taking one of them. One under which an
     * event is held is not free.
     *
     * @return those that were free
     */
    Set<Entry.Key> insert(Collection<PostingRow> rows, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            new Columns<PostingRow>(statement, rows)
                    .sameTime(now)
                    .uuid(row -> row.posting().tenant().value())
                    .uuid(row -> row.key().posting().value())
                    .uuid(row -> row.identity().source().value())
                    .text(row -> row.identity().externalId())
                    .number(row -> row.identity().revision())
                    .bytes(row -> row.posting().content().bytes())
                    .text(PostingRow::type)
                    .text(row -> row.posting().cause().type())
                    .text(row -> row.posting().cause().id())
                    .text(row -> row.posting().actor().type().word())
                    .text(row -> row.posting().actor().id())
                    .time(row -> row.posting().occurredAt())
                    .number(row -> row.posting().clockErrorMs())
                    .uuid(row -> row.posting().delivery())
                    .uuid(PostingStatements::reversed)
                    .text(row -> row.posting().note())
                    .uuids(PostingRow::locations)
                    .uuids(PostingRow::variants)
                    .small(row -> row.yieldsToHeld() ? 1 : 0);
            Set<Entry.Key> taken = new HashSet<>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    taken.add(key(row));
                }
            }
            return taken;
        }
    }

    private static @Nullable UUID reversed(PostingRow row) {
        Identity reverses = row.posting().reverses();
        return reverses == null ? null : reverses.postingId().value();
    }

    /** Those of these postings that are there. */
    Map<Entry.Key, KnownPosting> find(Collection<Entry.Key> keys) throws SQLException {
        if (keys.isEmpty()) {
            return Map.of();
        }
        try (var statement =
                connection.prepareStatement(
                        """
                        select p.tenant_id, p.posting_id, p.source_id, p.external_id, p.revision,
                            p.content_hash, p.type, p.cause_type, p.cause_id
                        from unnest(?::uuid[], ?::uuid[]) as wanted (tenant, id)
                        join stock_posting p
                            on p.tenant_id = wanted.tenant and p.posting_id = wanted.id
                        """)) {
            new Columns<Entry.Key>(statement, keys)
                    .uuid(key -> key.tenant().value())
                    .uuid(key -> key.posting().value());
            Map<Entry.Key, KnownPosting> found = new HashMap<>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(key(row), known(row));
                }
            }
            return found;
        }
    }

    /** Whether a posting is there and was recorded at that time, so by the batch of that time. */
    boolean isRecorded(Entry.Key key, Instant at) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select 1 from stock_posting
                        where tenant_id = ? and posting_id = ? and recorded_at = ?
                        """)) {
            statement.setObject(1, key.tenant().value());
            statement.setObject(2, key.posting().value());
            statement.setObject(3, at.atOffset(ZoneOffset.UTC));
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Those of these identities under which an event is held. */
    Set<Entry.Key> findHeld(Collection<Entry.Key> keys) throws SQLException {
        if (keys.isEmpty()) {
            return Set.of();
        }
        try (var statement =
                connection.prepareStatement(
                        """
                        select h.tenant_id, h.posting_id
                        from unnest(?::uuid[], ?::uuid[]) as wanted (tenant, id)
                        join stock_hold h
                            on h.tenant_id = wanted.tenant and h.posting_id = wanted.id
                        """)) {
            new Columns<Entry.Key>(statement, keys)
                    .uuid(key -> key.tenant().value())
                    .uuid(key -> key.posting().value());
            Set<Entry.Key> found = new HashSet<>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(key(row));
                }
            }
            return found;
        }
    }

    /** Keeps what was sent again; what is kept already stays one row. */
    void insertRepeats(List<Repeat> repeats, Instant now) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into stock_posting_repeat (tenant_id, posting_id, repeat_id, kind,
                            delivery_id, content_hash, at)
                        select tenant, posting, id, kind, delivery, content, ?::timestamptz
                        from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[],
                            ?::bytea[])
                            as row (tenant, posting, id, kind, delivery, content)
                        order by tenant, posting, id
                        on conflict (tenant_id, posting_id, repeat_id) do nothing
                        """)) {
            new Columns<Repeat>(statement, repeats)
                    .sameTime(now)
                    .uuid(repeat -> repeat.posting().tenant().value())
                    .uuid(repeat -> repeat.posting().identity().postingId().value())
                    .uuid(Repeat::id)
                    .text(Repeat::kind)
                    .uuid(repeat -> repeat.posting().delivery())
                    .bytes(repeat -> repeat.posting().content().bytes());
            statement.executeUpdate();
        }
    }

    private static Entry.Key key(ResultSet row) throws SQLException {
        return new Entry.Key(
                new TenantId(Columns.uuid(row, "tenant_id")),
                new PostingId(Columns.uuid(row, "posting_id")));
    }

    private static KnownPosting known(ResultSet row) throws SQLException {
        return new KnownPosting(
                new Identity(
                        new SourceId(Columns.uuid(row, "source_id")),
                        row.getString("external_id"),
                        row.getLong("revision")),
                new ContentHash(row.getBytes("content_hash")),
                row.getString("type"),
                new Cause(row.getString("cause_type"), row.getString("cause_id")));
    }
}
