package io.onhand.sync;

import io.onhand.database.Retry;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leases of turns. Each statement but the first is a transaction of its own. */
@Component
class TurnStatements {

    private final JdbcClient app;
    private final JdbcClient system;
    private final Retry retry;

    TurnStatements(JdbcClient app, @Qualifier("system") JdbcClient system, Retry retry) {
        this.app = app;
        this.system = system;
        this.retry = retry;
    }

    /** Gives a new connection its turns. Runs inside the caller's transaction. */
    void add(SourceId connection, Instant now) {
        app.sql(
                        """
                        insert into sync_turn (connection_id, kind, tenant_id, due_at)
                        select cast(:connection as uuid), kind, cast(:tenant as uuid),
                            cast(:now as timestamptz)
                        from unnest(cast(:kinds as text[])) as k (kind)
                        on conflict do nothing
                        """)
                .param("connection", connection.value())
                .param("tenant", CurrentTenant.id().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("kinds", new String[] {Turn.Kind.PULL.word(), Turn.Kind.PUSH.word()})
                .update();
    }

    /** Takes turns that are due; two programs never get the same. */
    List<Turn> lease(Turn.Kind kind, int limit, Instant now, Instant until) {
        return retry.call(
                () ->
                        system.sql(
                                        """
                                        update sync_turn
                                        set lease_until = :until, fence = fence + 1
                                        where due_at <= :now and lease_until <= :now
                                            and kind = :kind and connection_id in (
                                                select connection_id from sync_turn
                                                where kind = :kind and due_at <= :now
                                                    and lease_until <= :now
                                                order by due_at limit :limit)
                                        returning connection_id, kind, tenant_id, attempts, calls,
                                            fence
                                        """)
                                .param("until", until.atOffset(ZoneOffset.UTC))
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("kind", kind.word())
                                .param("limit", limit)
                                .query(TurnStatements::turn)
                                .list());
    }

    /** Takes the turn of a connection whether it is due or not; empty while somebody has it. */
    Optional<Turn> leaseNow(SourceId connection, Turn.Kind kind, Instant now, Instant until) {
        return retry.call(
                () ->
                        system.sql(
                                        """
                                        update sync_turn
                                        set lease_until = :until, fence = fence + 1
                                        where connection_id = :connection and kind = :kind
                                            and lease_until <= :now
                                        returning connection_id, kind, tenant_id, attempts, calls,
                                            fence
                                        """)
                                .param("until", until.atOffset(ZoneOffset.UTC))
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("connection", connection.value())
                                .param("kind", kind.word())
                                .query(TurnStatements::turn)
                                .optional());
    }

    private static Turn turn(ResultSet row, int number) throws SQLException {
        return new Turn(
                new SourceId(row.getObject("connection_id", UUID.class)),
                Turn.Kind.ofWord(row.getString("kind")),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getInt("attempts"),
                row.getLong("calls"),
                row.getLong("fence"));
    }

    /** Keeps a turn for longer; false if somebody else has it by now. */
    boolean keep(Turn turn, Instant until) {
        return retry.call(
                () ->
                        system.sql(
                                                """
                                                update sync_turn set lease_until = :until
                                                where connection_id = :connection and kind = :kind
                                                    and fence = :fence
                                                """)
                                        .param("until", until.atOffset(ZoneOffset.UTC))
                                        .param("connection", turn.connection().value())
                                        .param("kind", turn.kind().word())
                                        .param("fence", turn.fence())
                                        .update()
                                == 1);
    }

    /**
     * Ends a turn; when it was called for meanwhile it comes soon, unless it went wrong.
     *
     * @param due when it comes again
     * @param attempts how often it went wrong by now
     */
    void end(Turn turn, Instant now, Instant due, int attempts) {
        retry.call(
                () ->
                        system.sql(
                                        """
                                        update sync_turn
                                        set lease_until = :free, attempts = :attempts,
                                            due_at = case
                                                when calls = :calls
                                                    or cast(:attempts as int4) > 0 then :due
                                                else :called end
                                        where connection_id = :connection and kind = :kind
                                            and fence = :fence
                                        """)
                                .param("free", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                                .param("attempts", attempts)
                                .param("calls", turn.calls())
                                .param("due", due.atOffset(ZoneOffset.UTC))
                                .param("called", turn.kind().calledAt(now).atOffset(ZoneOffset.UTC))
                                .param("connection", turn.connection().value())
                                .param("kind", turn.kind().word())
                                .param("fence", turn.fence())
                                .update());
    }

    /** Asks for a turn at once, although it went wrong before. */
    void callNow(SourceId connection, Turn.Kind kind, Instant now) {
        retry.call(
                () ->
                        system.sql(
                                        """
                                        update sync_turn
                                        set calls = calls + 1, due_at = least(due_at, :now)
                                        where connection_id = :connection and kind = :kind
                                        """)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("connection", connection.value())
                                .param("kind", kind.word())
                                .update());
    }

    /** Asks for a turn as soon as may be. */
    void call(SourceId connection, Turn.Kind kind, Instant now) {
        retry.call(
                () ->
                        system.sql(
                                        """
                                        update sync_turn
                                        set calls = calls + 1,
                                            due_at = case when attempts = 0
                                                then least(due_at, :called) else due_at end
                                        where connection_id = :connection and kind = :kind
                                        """)
                                .param("called", kind.calledAt(now).atOffset(ZoneOffset.UTC))
                                .param("connection", connection.value())
                                .param("kind", kind.word())
                                .update());
    }
}
