package io.onhand.relay;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who hands out which shard. */
@Component
class ShardStatements {

    private static final Short[] ALL =
            IntStream.range(0, Relay.SHARDS).mapToObj(i -> (short) i).toArray(Short[]::new);

    private final JdbcClient system;

    ShardStatements(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    /**
     * A shard that this program holds.
     *
     * @param fence grows with each new holder
     * @param handedTo every row made until then was handed out
     */
    record Held(int shard, long fence, Instant handedTo) {}

    /** Takes the shards that are free and keeps the own ones; a new holder gets a new fence. */
    List<Held> take(UUID holder, Instant now, Instant until) {
        return system.sql(
                        """
                        insert into relay_shard (shard, holder, fence, held_until, handed_to)
                        select s, cast(:holder as uuid), 1, cast(:until as timestamptz),
                            cast(:start as timestamptz)
                        from unnest(cast(:shards as smallint[])) as s
                        order by s
                        on conflict (shard) do update
                        set fence = case when relay_shard.holder = excluded.holder
                                then relay_shard.fence else relay_shard.fence + 1 end,
                            holder = excluded.holder, held_until = excluded.held_until
                        where relay_shard.holder = excluded.holder
                            or relay_shard.held_until <= :now
                        returning shard, fence, handed_to
                        """)
                .param("holder", holder)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("start", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .param("shards", ALL)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(
                        (row, number) ->
                                new Held(
                                        row.getShort("shard"),
                                        row.getLong("fence"),
                                        row.getObject("handed_to", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    /** Notes how far the held shards are; a shard that somebody else took keeps what it has. */
    void handed(UUID holder, Collection<Held> held, Instant upTo) {
        system.sql(
                        """
                        update relay_shard set handed_to = greatest(relay_shard.handed_to, :upTo)
                        from unnest(cast(:shards as smallint[]), cast(:fences as bigint[]))
                            as mine (shard, fence)
                        where relay_shard.shard = mine.shard and relay_shard.fence = mine.fence
                            and relay_shard.holder = :holder
                        """)
                .param("upTo", upTo.atOffset(ZoneOffset.UTC))
                .param("shards", shards(held))
                .param("fences", held.stream().map(Held::fence).toArray(Long[]::new))
                .param("holder", holder)
                .update();
    }

    /** Gives all shards back, so that another program need not wait. */
    void giveBack(UUID holder, Instant now) {
        system.sql("update relay_shard set held_until = :now where holder = :holder")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("holder", holder)
                .update();
    }

    static Short[] shards(Collection<Held> held) {
        return held.stream().map(one -> (short) one.shard()).toArray(Short[]::new);
    }
}
