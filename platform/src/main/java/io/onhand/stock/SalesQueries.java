package io.onhand.stock;

import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the current tenant's locations sold and took back, minute by minute. */
@Component
public class SalesQueries {

    private final JdbcClient app;
    private final TenantTransactions transactions;

    SalesQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /**
     * A minute in which a location sold something or took something back.
     *
     * @param begin of the minute
     * @param change of on hand by all sales and returns of the minute
     * @param lowest the lowest change by one of them: the greatest sale, if there was any
     * @param highest the highest change by one of them: the greatest return, if there was any
     */
    public record Minute(
            LocationId location,
            Instant begin,
            Quantity change,
            Quantity lowest,
            Quantity highest) {}

    /**
     * The minutes since a time, by location. What happened then was recorded then or later, so only
     * levels that changed since are looked at.
     *
     * @param locations the only ones that are looked at
     * @param limit how many at most
     */
    public List<Minute> minutes(Set<LocationId> locations, Instant from, int limit) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select s.location_id, m.begin_at,
                                            cast(sum(m.change) as bigint) as change,
                                            min(m.lowest) as lowest, max(m.highest) as highest
                                        from stock_level s
                                        cross join lateral (
                                            select date_trunc('minute', m.effective_at) as begin_at,
                                                sum(m.quantity) as change,
                                                min(m.quantity) as lowest, max(m.quantity) as highest
                                            from stock_movement m
                                            where m.location_id = s.location_id
                                                and m.variant_id = s.variant_id
                                                and m.account = :account
                                                and m.type in ('sale', 'return')
                                                and m.recorded_at >= :from
                                                and m.effective_at >= :from
                                            group by date_trunc('minute', m.effective_at)) m
                                        where s.last_seq > 0 and s.changed_at >= :from
                                            and s.location_id = any(:locations)
                                        group by s.location_id, m.begin_at
                                        order by s.location_id, m.begin_at limit :limit
                                        """)
                                .param("account", Account.ON_HAND.code())
                                .param("from", MovementQueries.time(from))
                                .param("locations", StockQueries.ids(locations))
                                .param("limit", limit)
                                .query(SalesQueries::minute)
                                .list());
    }

    private static Minute minute(ResultSet row, int number) throws SQLException {
        return new Minute(
                new LocationId(row.getObject("location_id", UUID.class)),
                row.getObject("begin_at", OffsetDateTime.class).toInstant(),
                new Quantity(row.getLong("change")),
                new Quantity(row.getLong("lowest")),
                new Quantity(row.getLong("highest")));
    }
}
