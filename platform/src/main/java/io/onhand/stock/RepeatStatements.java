package io.onhand.stock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
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
                posting,
                posting + "/" + (delivery == null ? at : delivery),
                delivery,
                at);
    }

    /**
     * Notes that a till told of a change that it has from here, at most once for each delivery.
     *
     * @param change the change's key
     * @param delivery in which; null if the till was asked
     * @param at when it was received
     */
    public void echo(PostingId posting, String change, @Nullable UUID delivery, Instant at) {
        note("echo", posting, posting + "/" + change + "/" + delivery, delivery, at);
    }

    private void note(
            String kind, PostingId posting, String name, @Nullable UUID delivery, Instant at) {
        app.sql(
                        """
                        insert into stock_posting_repeat (tenant_id, posting_id, repeat_id, kind,
                            delivery_id, content_hash, at)
                        select tenant_id, posting_id, cast(:repeat as uuid), cast(:kind as text),
                            cast(:delivery as uuid), content_hash, cast(:at as timestamptz)
                        from stock_posting where posting_id = :posting
                        on conflict (tenant_id, posting_id, repeat_id) do nothing
                        """)
                .param("kind", kind)
                .param("repeat", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .param("delivery", delivery)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("posting", posting.value())
                .update();
    }
}
