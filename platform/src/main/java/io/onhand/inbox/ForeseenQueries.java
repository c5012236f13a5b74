package io.onhand.inbox;

import io.onhand.channels.Arrived;
import io.onhand.channels.EventText;
import io.onhand.channels.SourceEvents;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What connections of the current tenant would have done while they were only observed. */
@Component
public class ForeseenQueries {

    /** In the order of its index, so that a step reads its own documents only. */
    static final String NEWEST =
            """
            select distinct on (e.external_id) e.external_id, e.content, e.delivery_id,
                e.received_at
            from delivery_event e
            where e.connection_id = :connection
                and e.outcome = 'observed' and e.content is not null
                and e.external_id > :after
            order by e.external_id, e.revision desc, e.received_at, e.delivery_id, e.place
            limit :limit
            """;

    private final JdbcClient app;
    private final TenantTransactions transactions;

    ForeseenQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /**
     * What would have become of the events of a day in UTC, each state of a document once however
     * often it was told.
     *
     * @param posted how many would have been posted
     * @param waiting how many would have waited for a person
     */
    public record Day(LocalDate day, long posted, long waiting) {}

    /** Day by day, the newest first. */
    public List<Day> days(SourceId connection, Instant from, int limit) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select told.day, sum(told.posted) as posted,
                                            count(*) as events
                                        from (
                                            select min(cast(d.received_at at time zone 'UTC' as date))
                                                    as day,
                                                max(case when e.detail = :posted then 1 else 0 end)
                                                    as posted
                                            from delivery d
                                            join delivery_event e on e.tenant_id = d.tenant_id
                                                and e.delivery_id = d.delivery_id
                                            where d.connection_id = :connection
                                                and d.received_at >= :from
                                                and e.outcome = 'observed'
                                            group by e.external_id, e.revision) as told
                                        group by told.day order by told.day desc limit :limit
                                        """)
                                .param("posted", SourceEvents.FORESEEN_POSTED)
                                .param("connection", connection.value())
                                .param("from", from.atOffset(ZoneOffset.UTC))
                                .param("limit", limit)
                                .query(
                                        (row, number) ->
                                                new Day(
                                                        row.getObject("day", LocalDate.class),
                                                        row.getLong("posted"),
                                                        row.getLong("events")
                                                                - row.getLong("posted")))
                                .list());
    }

    /** The newest state of a document, as it was told first. */
    public record Newest(String externalId, Arrived arrived) {}

    /**
     * The newest states of the documents whose ids come after this one, in the order of the ids,
     * which is the database's.
     */
    public List<Newest> newest(SourceId connection, String after, int limit) {
        return transactions.read(
                () ->
                        app.sql(NEWEST)
                                .param("connection", connection.value())
                                .param("after", after)
                                .param("limit", limit)
                                .query(ForeseenQueries::newest)
                                .list());
    }

    private static Newest newest(ResultSet row, int number) throws SQLException {
        return new Newest(
                row.getString("external_id"),
                new Arrived(
                        EventText.read(row.getString("content")),
                        row.getObject("delivery_id", UUID.class),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()));
    }
}
