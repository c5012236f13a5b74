package io.onhand.inbox;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How well the messages of the current tenant's connections come in. */
@Component
public class IncomingQueries {

    /** Messages that are counted. */
    public static final int COUNTED_MAX = 10_000;

    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient app;
    private final TenantTransactions transactions;
    private final BusinessClock clock;

    IncomingQueries(JdbcClient app, TenantTransactions transactions, BusinessClock clock) {
        this.app = app;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How it stands with a connection now. */
    public Incoming of(SourceId connection) {
        return transactions.read(
                () -> {
                    Day day = day(connection);
                    Refusals refusals = refusals(connection);
                    return new Incoming(
                            last(connection).orElse(null),
                            day.counted(),
                            day.waiting(),
                            day.since(),
                            day.needing(),
                            refusals.count(),
                            refusals.lastAt(),
                            refusals.why());
                });
    }

    private Optional<Instant> last(SourceId connection) {
        return app.sql(
                        """
                        select received_at from delivery where connection_id = :connection
                        order by received_at desc, delivery_id desc limit 1
                        """)
                .param("connection", connection.value())
                .query((row, number) -> at(row, "received_at"))
                .optional();
    }

    private record Day(long counted, long waiting, @Nullable Instant since, long needing) {}

    private Day day(SourceId connection) {
        return app.sql(
                        """
                        select count(*) as counted,
                            count(*) filter (where state = 'waiting') as waiting,
                            min(received_at) filter (where state = 'waiting') as since,
                            count(*) filter (where state = 'exception') as needing
                        from (
                            select state, received_at from delivery
                            where connection_id = :connection and received_at > :from
                            order by received_at desc limit :limit) as day
                        """)
                .param("connection", connection.value())
                .param("from", clock.now().minus(DAY).atOffset(ZoneOffset.UTC))
                .param("limit", COUNTED_MAX)
                .query(
                        (row, number) ->
                                new Day(
                                        row.getLong("counted"),
                                        row.getLong("waiting"),
                                        at(row, "since"),
                                        row.getLong("needing")))
                .single();
    }

    private record Refusals(long count, @Nullable Instant lastAt, @Nullable String why) {}

    private Refusals refusals(SourceId connection) {
        return app.sql(
                        """
                        select refused_at, reason, sum(refusals) over () as refusals
                        from delivery_refused where connection_id = :connection
                        order by refused_at desc limit 1
                        """)
                .param("connection", connection.value())
                .query(
                        (row, number) ->
                                new Refusals(
                                        row.getLong("refusals"),
                                        at(row, "refused_at"),
                                        row.getString("reason")))
                .optional()
                .orElse(new Refusals(0, null, null));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
