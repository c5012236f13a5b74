package io.onhand.sync;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of how far connections are. Runs inside the caller's transaction. */
@Component
class ConnectionStandStatements {

    private final JdbcClient app;

    ConnectionStandStatements(JdbcClient app) {
        this.app = app;
    }

    void add(SourceId connection) {
        app.sql(
                        """
                        insert into connection_stand (tenant_id, connection_id)
                        values (:tenant, :connection)
                        on conflict (tenant_id, connection_id) do nothing
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("connection", connection.value())
                .update();
    }

    /** From when on movements are told; null for never. */
    void pushFrom(SourceId connection, @Nullable Instant from) {
        app.sql(
                        """
                        update connection_stand set pushes_from = cast(:from as timestamptz)
                        where connection_id = :connection
                        """)
                .param("from", from == null ? null : utc(from))
                .param("connection", connection.value())
                .update();
    }

    /** Whether it was otherwise. */
    boolean pause(SourceId connection, boolean paused) {
        return app.sql(
                                """
                                update connection_stand set paused = :paused
                                where connection_id = :connection and paused <> :paused
                                """)
                        .param("paused", paused)
                        .param("connection", connection.value())
                        .update()
                == 1;
    }

    /** Notes where polling goes on; false if somebody else noted it meanwhile. */
    boolean pollCursor(SourceId connection, @Nullable String before, String cursor) {
        return app.sql(
                                """
                                update connection_stand set poll_cursor = :cursor
                                where connection_id = :connection
                                    and poll_cursor is not distinct from cast(:before as text)
                                """)
                        .param("cursor", cursor)
                        .param("before", before)
                        .param("connection", connection.value())
                        .update()
                == 1;
    }

    /** Unless somebody else noted another one meanwhile. */
    void forgetPollCursor(SourceId connection, String before) {
        app.sql(
                        """
                        update connection_stand set poll_cursor = null
                        where connection_id = :connection and poll_cursor = :before
                        """)
                .param("connection", connection.value())
                .param("before", before)
                .update();
    }

    void polled(SourceId connection, Instant at) {
        app.sql(
                        """
                        update connection_stand
                        set polled_at = :at, failed_at = null, failure = null
                        where connection_id = :connection
                        """)
                .param("at", utc(at))
                .param("connection", connection.value())
                .update();
    }

    void catalogueCursor(SourceId connection, @Nullable String cursor) {
        app.sql(
                        """
                        update connection_stand set catalogue_cursor = cast(:cursor as text)
                        where connection_id = :connection
                        """)
                .param("cursor", cursor)
                .param("connection", connection.value())
                .update();
    }

    /**
     * Notes that the catalogue was walked.
     *
     * @param before when the walk that has ended was due; it is due again where somebody changed it
     * @param due when it is due otherwise
     */
    void catalogued(SourceId connection, Instant at, Instant before, Instant due) {
        app.sql(
                        """
                        update connection_stand
                        set catalogued_at = :at, catalogue_failed_at = null,
                            catalogue_failure = null,
                            catalogue_due = case when catalogue_due = :before
                                then cast(:due as timestamptz) else catalogue_due end
                        where connection_id = :connection
                        """)
                .param("at", utc(at))
                .param("before", utc(before))
                .param("due", utc(due))
                .param("connection", connection.value())
                .update();
    }

    void catalogueFailed(SourceId connection, Instant at, String why, Instant due) {
        app.sql(
                        """
                        update connection_stand
                        set catalogue_failed_at = :at, catalogue_failure = :why,
                            catalogue_due = :due
                        where connection_id = :connection
                        """)
                .param("at", utc(at))
                .param("why", why)
                .param("due", utc(due))
                .param("connection", connection.value())
                .update();
    }

    /** Has a connection's catalogue walked at its next turn. */
    void catalogueNow(SourceId connection, Instant due) {
        app.sql(
                        """
                        update connection_stand set catalogue_due = :due
                        where connection_id = :connection
                        """)
                .param("due", utc(due))
                .param("connection", connection.value())
                .update();
    }

    void observed(SourceId connection, Instant at) {
        app.sql(
                        """
                        update connection_stand set observed_at = :at
                        where connection_id = :connection
                        """)
                .param("at", utc(at))
                .param("connection", connection.value())
                .update();
    }

    /**
     * Notes that it was compared.
     *
     * @param before when the comparison that has ended was due; it is due again where somebody
     *     changed it
     * @param due when it is due otherwise
     */
    void reconciled(SourceId connection, Instant at, Instant before, Instant due) {
        app.sql(
                        """
                        update connection_stand
                        set reconciled_at = :at,
                            reconcile_due = case when reconcile_due = :before
                                then cast(:due as timestamptz) else reconcile_due end
                        where connection_id = :connection
                        """)
                .param("at", utc(at))
                .param("before", utc(before))
                .param("due", utc(due))
                .param("connection", connection.value())
                .update();
    }

    /** Has it compared at its first turn from then on, unless somebody changed when it is due. */
    void reconcileAgain(SourceId connection, Instant before, Instant due) {
        app.sql(
                        """
                        update connection_stand set reconcile_due = :due
                        where connection_id = :connection and reconcile_due = :before
                        """)
                .param("due", utc(due))
                .param("before", utc(before))
                .param("connection", connection.value())
                .update();
    }

    /** Has a connection compared at its first turn from then on. */
    void reconcileNext(SourceId connection, Instant due) {
        app.sql(
                        """
                        update connection_stand set reconcile_due = :due
                        where connection_id = :connection
                        """)
                .param("due", utc(due))
                .param("connection", connection.value())
                .update();
    }

    void failed(SourceId connection, Instant at, String why) {
        app.sql(
                        """
                        update connection_stand set failed_at = :at, failure = :why
                        where connection_id = :connection
                        """)
                .param("at", utc(at))
                .param("why", why)
                .param("connection", connection.value())
                .update();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
