package io.onhand.inbox;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What deliveries told of documents. Runs inside the caller's transaction. */
@Component
class KnownPartQueries {

    private final JdbcClient app;

    KnownPartQueries(JdbcClient app) {
        this.app = app;
    }

    /**
     * The newest revision told of each of these documents; -1 for one that is about to be asked
     * for. Of which nothing was told is absent.
     */
    Map<UUID, Long> revisions(Collection<UUID> documents) {
        return app
                .sql(
                        """
                        select document_id, coalesce(max(revision), -1) as revision
                        from delivery_event
                        where document_id = any(:documents)
                            and (content is not null or outcome is null)
                        group by document_id
                        """)
                .param("documents", documents.toArray(UUID[]::new))
                .query(
                        (row, number) ->
                                Map.entry(
                                        row.getObject("document_id", UUID.class),
                                        row.getLong("revision")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
