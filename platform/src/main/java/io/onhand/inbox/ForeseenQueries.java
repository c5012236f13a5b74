package io.onhand.inbox;

import io.onhand.channels.SourceEvents;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What connections of the current tenant would have done while they were only observed. */
@Component
public class ForeseenQueries {

    private final JdbcClient app;
    private final TenantTransactions transactions;

    ForeseenQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /**
     * What would have become of the events of a day in UTC.
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
                                        select cast(d.received_at at time zone 'UTC' as date) as day,
                                            sum(case when e.detail = :posted then 1 else 0 end)
                                                as posted,
                                            count(*) as events
                                        from delivery d
                                        join delivery_event e on e.tenant_id = d.tenant_id
                                            and e.delivery_id = d.delivery_id
                                        where d.connection_id = :connection
                                            and d.received_at >= :from and e.outcome = 'observed'
                                        group by cast(d.received_at at time zone 'UTC' as date)
                                        order by day desc limit :limit
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
}
