package io.onhand.sync;

import io.onhand.stock.PostingId;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of what vendors are told. Runs inside the caller's transaction. */
@Component
class PushStatements {

    private final JdbcClient app;

    PushStatements(JdbcClient app) {
        this.app = app;
    }

    /** Adds changes that wait; one that is there already stays as it is. How many are new. */
    int add(SourceId connection, List<Change> changes, Instant plannedAt) {
        return changes.isEmpty() ? 0 : insert(connection, changes, plannedAt);
    }

    private int insert(SourceId connection, List<Change> changes, Instant plannedAt) {
        return app.sql(
                        """
                        insert into push_change (tenant_id, connection_id, change_key, location_id,
                            variant_id, level_seq, posting_id, item, location, type, quantity,
                            occurred_at, planned_at)
                        select cast(:tenant as uuid), cast(:connection as uuid), c.change_key,
                            c.location_id, c.variant_id, c.level_seq, c.posting_id, c.item, c.place,
                            c.type, c.quantity, c.occurred_at, cast(:plannedAt as timestamptz)
                        from unnest(cast(:keys as text[]), cast(:locations as uuid[]),
                                cast(:variants as uuid[]), cast(:seqs as bigint[]),
                                cast(:postings as uuid[]), cast(:items as text[]),
                                cast(:places as text[]), cast(:types as text[]),
                                cast(:quantities as bigint[]), cast(:times as timestamptz[]))
                            as c (change_key, location_id, variant_id, level_seq, posting_id, item,
                                place, type, quantity, occurred_at)
                        order by c.change_key
                        on conflict (tenant_id, connection_id, change_key) do nothing
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("connection", connection.value())
                .param("plannedAt", utc(plannedAt))
                .param("keys", keys(changes))
                .param("locations", ids(changes, change -> change.location().value()))
                .param("variants", ids(changes, change -> change.variant().value()))
                .param("seqs", changes.stream().map(Change::levelSeq).toArray(Long[]::new))
                .param("postings", ids(changes, change -> id(change.posting())))
                .param("items", texts(changes, Change::item))
                .param("places", texts(changes, Change::place))
                .param("types", texts(changes, Change::type))
                .param("quantities", quantities(changes))
                .param("times", texts(changes, change -> change.occurredAt().toString()))
                .update();
    }

    /** Writes down a push before it is tried. */
    void open(SourceId connection, OpenPush push) {
        app.sql(
                        """
                        insert into push (tenant_id, push_id, connection_id, first_tried_at, since,
                            state)
                        values (:tenant, :push, :connection, :firstTriedAt, :since, 'open')
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("push", push.id())
                .param("connection", connection.value())
                .param("firstTriedAt", utc(push.firstTriedAt()))
                .param("since", utc(push.since()))
                .update();
        app.sql(
                        """
                        update push_change
                        set state = 'open', push_id = cast(:push as uuid), place = c.at_place
                        from unnest(cast(:keys as text[]), cast(:places as int4[])) as c (key, at_place)
                        where connection_id = :connection and change_key = c.key
                            and state = 'waiting'
                        """)
                .param("push", push.id())
                .param("keys", keys(push.changes()))
                .param(
                        "places",
                        IntStream.range(0, push.changes().size()).boxed().toArray(Integer[]::new))
                .param("connection", connection.value())
                .update();
    }

    /** Ends a push; false if it has ended already, and its changes are somebody else's. */
    boolean end(OpenPush push, String state, @Nullable String detail, Instant at) {
        return app.sql(
                                """
                                update push
                                set state = :state, detail = cast(:detail as varchar(500)),
                                    ended_at = :at
                                where push_id = :push and state = 'open'
                                """)
                        .param("state", state)
                        .param("detail", detail)
                        .param("at", utc(at))
                        .param("push", push.id())
                        .update()
                == 1;
    }

    /** Ends the changes of a push that were open. */
    void endChanges(
            SourceId connection,
            OpenPush push,
            Collection<Change> changes,
            String state,
            @Nullable String detail,
            Instant at) {
        app.sql(
                        """
                        update push_change
                        set state = :state, detail = cast(:detail as varchar(500)), ended_at = :at
                        where connection_id = :connection and push_id = :push
                            and state = 'open' and change_key = any(:keys)
                        """)
                .param("state", state)
                .param("detail", detail)
                .param("at", utc(at))
                .param("connection", connection.value())
                .param("push", push.id())
                .param("keys", keys(changes))
                .update();
    }

    /** Lets changes of a push wait for another. */
    void release(SourceId connection, OpenPush push, Collection<Change> changes, boolean alone) {
        app.sql(
                        """
                        update push_change
                        set state = 'waiting', push_id = null, place = null, alone = :alone
                        where connection_id = :connection and push_id = :push
                            and state = 'open' and change_key = any(:keys)
                        """)
                .param("alone", alone)
                .param("connection", connection.value())
                .param("push", push.id())
                .param("keys", keys(changes))
                .update();
    }

    /**
     * Lets changes of a push wait for another, whose time is another, unless they did so before. A
     * count waits for a look at the vendor's stock instead.
     *
     * @return the keys of those that wait now
     */
    Set<String> retime(SourceId connection, OpenPush push, Collection<Change> changes) {
        return Set.copyOf(
                app.sql(
                                """
                                update push_change
                                set state = 'waiting', push_id = null, place = null, alone = false,
                                    retimed = true
                                where connection_id = :connection and push_id = :push
                                    and state = 'open' and not retimed and change_key = any(:keys)
                                returning change_key
                                """)
                        .param("connection", connection.value())
                        .param("push", push.id())
                        .param("keys", keys(changes))
                        .query(String.class)
                        .list());
    }

    /** Ends counts that waited for a look at the vendor's stock. */
    void endLate(SourceId connection, Collection<Change> counts, String why, Instant at) {
        app.sql(
                        """
                        update push_change
                        set state = 'given-up', detail = :why, ended_at = :at
                        where connection_id = :connection and state = 'waiting'
                            and type = 'count' and retimed and change_key = any(:keys)
                        """)
                .param("why", why)
                .param("at", utc(at))
                .param("connection", connection.value())
                .param("keys", keys(counts))
                .update();
    }

    /** Notes that the vendor told of these changes; the postings that they come from, by key. */
    Map<String, PostingId> echoed(SourceId connection, Collection<String> keys, Instant at) {
        return app
                .sql(
                        """
                        update push_change set echoed_at = coalesce(echoed_at, :at)
                        where connection_id = :connection and change_key = any(:keys)
                            and posting_id is not null
                        returning change_key, posting_id
                        """)
                .param("at", utc(at))
                .param("connection", connection.value())
                .param("keys", keys.stream().distinct().toArray(String[]::new))
                .query(
                        (row, number) ->
                                Map.entry(
                                        row.getString("change_key"),
                                        new PostingId(row.getObject("posting_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Long[] quantities(List<Change> changes) {
        return changes.stream().map(change -> change.quantity().millionths()).toArray(Long[]::new);
    }

    private static String[] texts(List<Change> changes, Function<Change, String> text) {
        return changes.stream().map(text).toArray(String[]::new);
    }

    private static String[] keys(Collection<Change> changes) {
        return changes.stream().map(Change::key).toArray(String[]::new);
    }

    private static @Nullable UUID[] ids(List<Change> changes, Function<Change, @Nullable UUID> id) {
        return changes.stream().map(id).toArray(UUID[]::new);
    }

    private static @Nullable UUID id(@Nullable PostingId posting) {
        return posting == null ? null : posting.value();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
