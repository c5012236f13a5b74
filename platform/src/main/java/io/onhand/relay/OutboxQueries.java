package io.onhand.relay;

import io.onhand.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the outbox and clears it. Never "id greater than the last": a row may commit late. */
@Component
class OutboxQueries {

    /** Rows read at once; beyond it the rest comes with the next reading. */
    static final int ROWS_MAX = 5_000;

    /** More than are written within the window that is read again and again. */
    static final int PLACES_MAX = 20_000;

    private static final Short[] SHARDS = shards();

    private final JdbcClient system;

    OutboxQueries(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    private static Short[] shards() {
        var shards = new Short[Relay.SHARDS];
        for (short shard = 0; shard < shards.length; shard++) {
            shards[shard] = shard;
        }
        return shards;
    }

    /** The ids of all rows made after the time. */
    List<UUID> idsSince(Instant since) {
        return system.sql(
                        """
                        select event_id from outbox
                        where shard = any(:shards) and created_at > :since
                        """)
                .param("shards", SHARDS)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("event_id", UUID.class))
                .list();
    }

    /** Of the rows made after the time, those with these ids, oldest first. */
    List<OutboxEvent> rows(Instant since, Collection<UUID> ids) {
        return system.sql(
                        """
                        select event_id, shard, created_at, tenant_id, topic, envelope from outbox
                        where shard = any(:shards) and created_at > :since
                            and event_id = any(:ids)
                        order by created_at, event_id
                        """)
                .param("shards", SHARDS)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("ids", ids.toArray(UUID[]::new))
                .query(OutboxQueries::event)
                .list();
    }

    static OutboxEvent event(ResultSet row, int number) throws SQLException {
        return new OutboxEvent(
                row.getObject("event_id", UUID.class),
                row.getShort("shard"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getString("topic"),
                row.getString("envelope"));
    }

    /** Where a row stands, without what it says. */
    record Place(UUID id, Instant createdAt) {}

    /** Rows of these shards made after the time, oldest first. */
    List<Place> places(Short[] shards, Instant after, int limit) {
        return system.sql(
                        """
                        select event_id, created_at from outbox
                        where shard = any(:shards) and created_at > :after
                        order by created_at, event_id limit :limit
                        """)
                .param("shards", shards)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Place(
                                        row.getObject("event_id", UUID.class),
                                        row.getObject("created_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    /**
     * Deletes rows of these shards made before the time that no consumer still waits for, at most
     * {@code limit}, and says how many.
     */
    int deleteBefore(Short[] shards, Instant time, int limit) {
        return system.sql(
                        """
                        delete from outbox
                        where (shard, created_at, event_id) in (
                            select o.shard, o.created_at, o.event_id from outbox o
                            where o.shard = any(:shards) and o.created_at < :time
                                and not exists (
                                    select 1 from relay_failure f where f.event_id = o.event_id)
                            order by o.shard, o.created_at, o.event_id
                            limit :limit)
                        """)
                .param("shards", shards)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }
}
