package io.onhand.relay;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What consumers could not take yet. */
@Component
class FailureStatements {

    static final int DETAIL_LENGTH_MAX = 500;

    private final JdbcClient system;

    FailureStatements(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    /** A row that a consumer gets again. */
    record Due(String consumer, long attempts, OutboxEvent event) {}

    /**
     * How many rows wait for a consumer to take them after all.
     *
     * @param oldest when the oldest of them was made
     */
    record Count(String consumer, long rows, Instant oldest) {}

    void record(
            String consumer,
            OutboxEvent event,
            long attempts,
            Instant now,
            Instant next,
            String why) {
        system.sql(
                        """
                        insert into relay_failure (consumer, event_id, shard, created_at, attempts,
                            next_at, failed_at, detail, tenant_id, topic, envelope)
                        values (:consumer, :event, :shard, :created, :attempts, :next, :now, :why,
                            :tenant, :topic, :envelope)
                        on conflict (consumer, event_id) do update
                        set attempts = excluded.attempts, next_at = excluded.next_at,
                            failed_at = excluded.failed_at, detail = excluded.detail
                        """)
                .param("consumer", consumer)
                .param("event", event.id())
                .param("shard", (short) event.shard())
                .param("created", event.createdAt().atOffset(ZoneOffset.UTC))
                .param("attempts", attempts)
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("why", why.substring(0, Math.min(DETAIL_LENGTH_MAX, why.length())))
                .param("tenant", event.tenant().value())
                .param("topic", event.topic())
                .param("envelope", event.envelope())
                .update();
    }

    /** Ends the pause. */
    void hasten(String consumer, UUID event, Instant now) {
        system.sql(
                        """
                        update relay_failure set next_at = :now
                        where consumer = :consumer and event_id = :event and next_at > :now
                        """)
                .param("consumer", consumer)
                .param("event", event)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void done(String consumer, UUID event) {
        system.sql("delete from relay_failure where consumer = :consumer and event_id = :event")
                .param("consumer", consumer)
                .param("event", event)
                .update();
    }

    /**
     * Those whose pause is over, in these shards. What failed before failures kept their rows
     * stands in the outbox.
     */
    List<Due> due(Short[] shards, Instant now, int limit) {
        return system.sql(
                        """
                        select f.consumer, f.attempts, f.event_id, f.shard, f.created_at,
                            coalesce(f.tenant_id, o.tenant_id) as tenant_id,
                            coalesce(f.topic, o.topic) as topic,
                            coalesce(f.envelope, o.envelope) as envelope
                        from relay_failure f
                        left join outbox o on o.shard = f.shard and o.created_at = f.created_at
                            and o.event_id = f.event_id
                        where f.shard = any(:shards) and f.next_at <= :now
                            and (f.envelope is not null or o.envelope is not null)
                        order by f.next_at limit :limit
                        """)
                .param("shards", shards)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Due(
                                        row.getString("consumer"),
                                        row.getLong("attempts"),
                                        OutboxQueries.event(row, number)))
                .list();
    }

    List<Count> counts() {
        return system.sql(
                        """
                        select consumer, count(*) as rows, min(created_at) as oldest
                        from relay_failure group by consumer
                        """)
                .query(
                        (row, number) ->
                                new Count(
                                        row.getString("consumer"),
                                        row.getLong("rows"),
                                        row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .list();
    }
}
