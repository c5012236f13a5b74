package io.onhand.inbox;

import io.onhand.database.Retry;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leases of the inbox's work. Each statement is a transaction; whoever lost a race tries again. */
@Component
class WorkStatements {

    private final JdbcClient system;
    private final Retry retry;

    WorkStatements(@Qualifier("system") JdbcClient system, Retry retry) {
        this.system = system;
        this.retry = retry;
    }

    /**
     * What may be leased.
     *
     * @param busy connections of which nothing is wanted now
     * @param perConnection pieces of one connection at most
     * @param limit pieces at most
     */
    record Wish(Work.Kind kind, Set<SourceId> busy, int perConnection, int limit) {}

    /** Takes what is due, the connections in turn; two programs never get the same. */
    List<Work> lease(Wish wish, Instant now, Instant until) {
        return retry.call(
                () ->
                        system.sql(
                                        """
                                        update delivery_work
                                        set lease_until = :until, fence = fence + 1
                                        where due_at <= :now and lease_until <= :now
                                            and work_id in (
                                                select w.work_id from (
                                                    select connection_id, min(due_at) as first_due
                                                    from delivery_work
                                                    where kind = :kind and due_at <= :now
                                                        and lease_until <= :now
                                                        and connection_id <> all(:busy)
                                                    group by connection_id
                                                    order by first_due limit :limit) as c
                                                cross join lateral (
                                                    select d.work_id from delivery_work d
                                                    where d.connection_id = c.connection_id
                                                        and d.kind = :kind and d.due_at <= :now
                                                        and d.lease_until <= :now
                                                    order by d.due_at limit :perConnection) as w
                                                limit :limit)
                                        returning work_id, kind, tenant_id, connection_id, since,
                                            attempts, arrivals, fence
                                        """)
                                .param("until", until.atOffset(ZoneOffset.UTC))
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("kind", wish.kind().word())
                                .param(
                                        "busy",
                                        wish.busy().stream()
                                                .map(SourceId::value)
                                                .toArray(UUID[]::new))
                                .param("perConnection", wish.perConnection())
                                .param("limit", wish.limit())
                                .query(WorkStatements::work)
                                .list());
    }

    private static Work work(ResultSet row, int number) throws SQLException {
        return new Work(
                row.getObject("work_id", UUID.class),
                Work.Kind.ofWord(row.getString("kind")),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new SourceId(row.getObject("connection_id", UUID.class)),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getLong("arrivals"),
                row.getLong("fence"));
    }

    /** Which of these this program still holds. */
    Set<UUID> held(Collection<Work> leased) {
        return retry.call(
                () ->
                        system
                                .sql(
                                        """
                                        select w.work_id from delivery_work w
                                        join unnest(cast(:ids as uuid[]), cast(:fences as bigint[]))
                                            as mine (id, fence)
                                            on w.work_id = mine.id and w.fence = mine.fence
                                        where w.work_id = any(:ids)
                                        """)
                                .param("ids", ids(leased))
                                .param("fences", fences(leased))
                                .query((row, number) -> row.getObject(1, UUID.class))
                                .list()
                                .stream()
                                .collect(Collectors.toSet()));
    }

    /** Ends work that is done. For what more has come meanwhile is due again at once. */
    void finish(Collection<Work> done, Instant now) {
        retry.call(
                () ->
                        system.sql(
                                        """
                                        delete from delivery_work w
                                        using unnest(cast(:ids as uuid[]), cast(:fences as bigint[]),
                                                cast(:arrivals as bigint[]))
                                            as mine (id, fence, arrivals)
                                        where w.work_id = mine.id and w.work_id = any(:ids)
                                            and w.fence = mine.fence
                                            and w.arrivals = mine.arrivals
                                        """)
                                .param("ids", ids(done))
                                .param("fences", fences(done))
                                .param("arrivals", arrivals(done))
                                .update());
        giveBack(done, now, Instant.EPOCH, 0, 0);
    }

    /**
     * Makes work due again that went wrong.
     *
     * @param notBefore nothing that comes meanwhile makes it due sooner
     */
    void again(Collection<Work> leased, Instant due, Instant notBefore) {
        giveBack(leased, due, notBefore, 1, 1);
    }

    /** Makes work due again with which nothing is wrong; how often it went wrong before stays. */
    void later(Collection<Work> leased, Instant due) {
        giveBack(leased, due, Instant.EPOCH, 1, 0);
    }

    /**
     * @param kept 1 if the failures before count on, else 0
     * @param failures since then
     */
    private void giveBack(
            Collection<Work> leased, Instant due, Instant notBefore, int kept, int failures) {
        retry.call(
                () ->
                        system.sql(
                                        """
                                        update delivery_work
                                        set due_at = :due, lease_until = :free,
                                            attempts = attempts * :kept + :failures,
                                            not_before = :notBefore
                                        from unnest(cast(:ids as uuid[]), cast(:fences as bigint[]))
                                            as mine (id, mine_fence)
                                        where work_id = mine.id and work_id = any(:ids)
                                            and fence = mine.mine_fence
                                        """)
                                .param("due", due.atOffset(ZoneOffset.UTC))
                                .param("free", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                                .param("notBefore", notBefore.atOffset(ZoneOffset.UTC))
                                .param("kept", kept)
                                .param("failures", failures)
                                .param("ids", ids(leased))
                                .param("fences", fences(leased))
                                .update());
    }

    /**
     * Asks for work on documents; one that is asked for already has more to do, at once or as soon
     * as its vendor lets it.
     */
    void addDocuments(Collection<Work> documents) {
        if (documents.isEmpty()) {
            return;
        }
        retry.call(
                () ->
                        system.sql(
                                        """
                                        insert into delivery_work (work_id, kind, tenant_id,
                                            connection_id, since, due_at, arrivals)
                                        select id, kind, tenant_id, connection_id, since, since,
                                            arrivals
                                        from unnest(cast(:ids as uuid[]), cast(:tenants as uuid[]),
                                                cast(:connections as uuid[]),
                                                cast(:since as timestamptz[]),
                                                cast(:arrivals as bigint[]),
                                                cast(:kinds as text[]))
                                            as d (id, tenant_id, connection_id, since, arrivals,
                                                kind)
                                        order by id
                                        on conflict (work_id) do update
                                            set arrivals = delivery_work.arrivals
                                                    + excluded.arrivals,
                                                due_at = greatest(excluded.due_at,
                                                    delivery_work.not_before)
                                        """)
                                .param("ids", ids(documents))
                                .param("tenants", uuids(documents, d -> d.tenant().value()))
                                .param("connections", uuids(documents, d -> d.connection().value()))
                                .param("since", times(documents))
                                .param("arrivals", arrivals(documents))
                                .param("kinds", kinds(documents))
                                .update());
    }

    private static String[] kinds(Collection<Work> works) {
        return works.stream().map(work -> work.kind().word()).toArray(String[]::new);
    }

    private static UUID[] ids(Collection<Work> works) {
        return uuids(works, Work::id);
    }

    private static UUID[] uuids(Collection<Work> works, Function<Work, UUID> id) {
        return works.stream().map(id).toArray(UUID[]::new);
    }

    private static String[] times(Collection<Work> works) {
        return works.stream().map(work -> work.since().toString()).toArray(String[]::new);
    }

    private static Long[] arrivals(Collection<Work> works) {
        return works.stream().map(Work::arrivals).toArray(Long[]::new);
    }

    private static Long[] fences(Collection<Work> works) {
        return works.stream().map(Work::fence).toArray(Long[]::new);
    }
}
