package io.onhand.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether identities are taken in the current tenant's ledger, and by what. Runs inside the
 * caller's transaction.
 */
@Component
public class PostedContentQueries {

    private final JdbcClient app;

    PostedContentQueries(JdbcClient app) {
        this.app = app;
    }

    /** What stands under these ids; an id that is free is absent. */
    public Map<PostingId, PostedContent> of(Collection<PostingId> postings) {
        return app
                .sql(
                        """
                        select posting_id, content_hash, type, delivery_id
                        from stock_posting where posting_id = any(:ids)
                        """)
                .param("ids", postings.stream().map(PostingId::value).toArray(UUID[]::new))
                .query(PostedContentQueries::content)
                .list()
                .stream()
                .collect(Collectors.toMap(PostedContent::posting, Function.identity()));
    }

    private static PostedContent content(ResultSet row, int number) throws SQLException {
        return new PostedContent(
                new PostingId(row.getObject("posting_id", UUID.class)),
                new ContentHash(row.getBytes("content_hash")),
                "superseded".equals(row.getString("type")),
                row.getObject("delivery_id", UUID.class));
    }
}
