package io.onhand.stock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps notes of repeats of events that were held outside of the ledger, whether they came while it
 * was held or later. Runs inside the caller's transaction.
 */
@Component
public class RepeatStatements {

    private final JdbcClient app;

    RepeatStatements(JdbcClient app) {
        this.app = app;
    }

    /**
     * Notes that somebody told again what this posting holds.
     *
     * @param delivery in which; null if an API caller did
     * @param at when it was received
     */
    public void duplicate(PostingId posting, @Nullable UUID delivery, Instant at) {
        note(
                "duplicate",
                List.of(new Row(posting, posting + "/" + (delivery == null ? at : delivery))),
                delivery,
                at);
    }

    /**
     * Notes that a till told of changes that it has from here, each at most once for each delivery.
     *
     * @param postings what holds each change, by the change's key
     * @param delivery in which; null if the till was asked
     * @param at when it was received
     */
    public void echoes(Map<String, PostingId> postings, @Nullable UUID delivery, Instant at) {
        List<Row> rows = new ArrayList<>(postings.size());
        postings.forEach(
                (change, posting) ->
                        rows.add(new Row(posting, posting + "/" + change + "/" + delivery)));
        note("echo", rows, delivery, at);
    }

    /** A note by its name: what has the same name is the same. */
    private record Row(PostingId posting, String name) {

        UUID id() {
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void note(String kind, List<Row> rows, @Nullable UUID delivery, Instant at) {
        app.sql(
                        """
                        insert into stock_posting_repeat (tenant_id, posting_id, repeat_id, kind,
                            delivery_id, content_hash, at)
                        select p.tenant_id, p.posting_id, told.repeat, cast(:kind as text),
                            cast(:delivery as uuid), p.content_hash, cast(:at as timestamptz)
                        from unnest(cast(:postings as uuid[]), cast(:repeats as uuid[]))
                            as told (posting, repeat)
                        join stock_posting p on p.posting_id = told.posting
                        where p.posting_id = any(:postings)
                        order by p.posting_id, told.repeat
                        on conflict (tenant_id, posting_id, repeat_id) do nothing
                        """)
                .param("kind", kind)
                .param("delivery", delivery)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param(
                        "postings",
                        rows.stream().map(row -> row.posting().value()).toArray(UUID[]::new))
                .param("repeats", rows.stream().map(Row::id).toArray(UUID[]::new))
                .update();
    }
}
