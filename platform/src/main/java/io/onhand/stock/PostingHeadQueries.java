package io.onhand.stock;

import io.onhand.tenancy.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's postings without their movements. Runs inside the caller's transaction. */
@Component
class PostingHeadQueries {

    private final JdbcClient app;

    PostingHeadQueries(JdbcClient app) {
        this.app = app;
    }

    Map<PostingId, PostingHead> heads(Collection<PostingId> postings) {
        return app
                .sql(
                        """
                        select posting_id, source_id, external_id, revision, type, cause_type,
                            cause_id, actor_type, actor_id, occurred_at, recorded_at, delivery_id,
                            reverses_id, note
                        from stock_posting where posting_id = any(:ids)
                        """)
                .param("ids", postings.stream().map(PostingId::value).toArray(UUID[]::new))
                .query(PostingHeadQueries::head)
                .list()
                .stream()
                .collect(Collectors.toMap(PostingHead::id, Function.identity()));
    }

    /** The movements of these rows, in the same order. */
    List<Movement> movements(List<StoredMovement> rows) {
        var heads = heads(rows.stream().map(StoredMovement::posting).distinct().toList());
        return rows.stream()
                .map(row -> row.of(Objects.requireNonNull(heads.get(row.posting()))))
                .toList();
    }

    private static PostingHead head(ResultSet row, int number) throws SQLException {
        return new PostingHead(
                new PostingId(row.getObject("posting_id", UUID.class)),
                new Identity(
                        new SourceId(row.getObject("source_id", UUID.class)),
                        row.getString("external_id"),
                        row.getLong("revision")),
                row.getString("type"),
                new Cause(row.getString("cause_type"), row.getString("cause_id")),
                new Actor(
                        Actor.Type.ofWord(row.getString("actor_type")), row.getString("actor_id")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("delivery_id", UUID.class),
                reversed(row),
                row.getString("note"));
    }

    private static @Nullable PostingId reversed(ResultSet row) throws SQLException {
        UUID id = row.getObject("reverses_id", UUID.class);
        return id == null ? null : new PostingId(id);
    }
}
