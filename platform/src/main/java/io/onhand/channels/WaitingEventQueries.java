package io.onhand.channels;

import io.onhand.exceptions.ExceptionId;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's events that are kept and wait for an exception, oldest first. */
@Component
class WaitingEventQueries {

    /** Events that are given up together. */
    private static final int ALL_MAX = 100_000;

    private static final String[] NOT_SETTLED = {
        HeldEvent.State.EXCEPTION.word(), HeldEvent.State.CONFLICT.word()
    };

    private final JdbcClient app;
    private final TenantTransactions transactions;

    WaitingEventQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /** Those that may be posted once their exception is settled. */
    List<WaitingEvent> of(ExceptionId exception, int limit) {
        return read(exception, new String[] {HeldEvent.State.EXCEPTION.word()}, limit);
    }

    /** Also those whose content is another one than that which counts. */
    List<WaitingEvent> all(ExceptionId exception) {
        return read(exception, NOT_SETTLED, ALL_MAX);
    }

    /** How many these are, of several exceptions. */
    long count(Collection<ExceptionId> exceptions) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select count(*) from source_event
                                        where exception_id = any(:exceptions)
                                            and state = any(:states)
                                        """)
                                .param(
                                        "exceptions",
                                        exceptions.stream()
                                                .map(ExceptionId::value)
                                                .toArray(UUID[]::new))
                                .param("states", NOT_SETTLED)
                                .query(Long.class)
                                .single());
    }

    /** Exceptions for which events of a connection wait. */
    List<ExceptionId> exceptions(SourceId connection, int limit) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select distinct exception_id from source_event
                                        where connection_id = :connection and state = 'exception'
                                        order by exception_id limit :limit
                                        """)
                                .param("connection", connection.value())
                                .param("limit", limit)
                                .query(
                                        (row, number) ->
                                                new ExceptionId(row.getObject(1, UUID.class)))
                                .list());
    }

    /** Those of a connection. */
    List<SourceEvent> ofConnection(SourceId connection, int limit) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select content from source_event
                                        where connection_id = :connection and state = 'exception'
                                        limit :limit
                                        """)
                                .param("connection", connection.value())
                                .param("limit", limit)
                                .query((row, number) -> EventText.read(row.getString("content")))
                                .list());
    }

    private List<WaitingEvent> read(ExceptionId exception, String[] states, int limit) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select source_event_id, connection_id, content, actor_type,
                                            actor_id, delivery_id, received_at, state
                                        from source_event
                                        where exception_id = :exception and state = any(:states)
                                        order by received_at, external_id, revision
                                        limit :limit
                                        """)
                                .param("exception", exception.value())
                                .param("states", states)
                                .param("limit", limit)
                                .query(WaitingEventQueries::event)
                                .list());
    }

    private static WaitingEvent event(ResultSet row, int number) throws SQLException {
        return new WaitingEvent(
                row.getObject("source_event_id", UUID.class),
                new SourceId(row.getObject("connection_id", UUID.class)),
                new Actor(
                        Actor.Type.ofWord(row.getString("actor_type")), row.getString("actor_id")),
                new Arrived(
                        EventContent.event(row.getString("content")),
                        row.getObject("delivery_id", UUID.class),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()),
                HeldEvent.State.CONFLICT.word().equals(row.getString("state")));
    }
}
