package io.onhand.sync;

import io.onhand.measure.Quantity;
import io.onhand.plugin.Observation;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what tills take their stock to be. Runs inside the caller's transaction. */
@Component
class TillStockStatements {

    private final JdbcClient app;

    TillStockStatements(JdbcClient app) {
        this.app = app;
    }

    /**
     * Keeps what was seen; what is older than what is there already is dropped. Nothing is newer
     * than the moment when it was seen.
     */
    void put(SourceId connection, Collection<Observation> seen, Instant seenAt) {
        Collection<Observation> newest = newest(seen);
        if (newest.isEmpty()) {
            return;
        }
        List<Observation> rows = List.copyOf(newest);
        app.sql(
                        """
                        insert into till_stock (tenant_id, connection_id, item, location, quantity,
                            at, seen_at)
                        select cast(:tenant as uuid), cast(:connection as uuid), s.item, s.location,
                            s.quantity, least(s.at, cast(:seenAt as timestamptz)),
                            cast(:seenAt as timestamptz)
                        from unnest(cast(:items as text[]), cast(:locations as text[]),
                                cast(:quantities as bigint[]), cast(:times as timestamptz[]))
                            as s (item, location, quantity, at)
                        order by s.item, s.location
                        on conflict (tenant_id, connection_id, item, location) do update
                            set quantity = excluded.quantity, at = excluded.at,
                                seen_at = excluded.seen_at
                            where till_stock.at <= excluded.at
                                or till_stock.at > excluded.seen_at
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("connection", connection.value())
                .param("seenAt", seenAt.atOffset(ZoneOffset.UTC))
                .param("items", column(rows, Observation::item))
                .param("locations", column(rows, Observation::location))
                .param(
                        "quantities",
                        rows.stream()
                                .map(one -> Quantity.parse(one.quantity()).millionths())
                                .toArray(Long[]::new))
                .param("times", column(rows, Observation::at))
                .update();
    }

    private static Collection<Observation> newest(Collection<Observation> seen) {
        Map<String, Observation> newest = new TreeMap<>();
        // no name holds a control character
        seen.forEach(
                one ->
                        newest.merge(
                                one.item() + '\u0000' + one.location(),
                                one,
                                (first, other) -> isOlder(other, first) ? first : other));
        return newest.values();
    }

    /** What is kept of these shelves. */
    List<Observation> of(SourceId connection, Collection<Observation> shelves) {
        List<Observation> rows = List.copyOf(shelves);
        return app.sql(
                        """
                        select t.item, t.location, t.quantity, t.at from till_stock t
                        join unnest(cast(:items as text[]), cast(:locations as text[]))
                            as s (item, location)
                            on t.item = s.item and t.location = s.location
                        where t.connection_id = :connection
                        """)
                .param("connection", connection.value())
                .param("items", column(rows, Observation::item))
                .param("locations", column(rows, Observation::location))
                .query(
                        (row, number) ->
                                new Observation(
                                        row.getString("item"),
                                        row.getString("location"),
                                        new Quantity(row.getLong("quantity")).toString(),
                                        row.getObject("at", OffsetDateTime.class)
                                                .toInstant()
                                                .toString()))
                .list();
    }

    /** What a message told of a shelf after the last look at all of them. */
    Optional<Quantity> sinceLook(SourceId connection, Observation shelf) {
        return app.sql(
                        """
                        select t.quantity from till_stock t
                        join connection_stand s using (tenant_id, connection_id)
                        where t.connection_id = :connection and t.item = :item
                            and t.location = :location and t.seen_at >= s.observed_at
                        """)
                .param("connection", connection.value())
                .param("item", shelf.item())
                .param("location", shelf.location())
                .query((row, number) -> new Quantity(row.getLong("quantity")))
                .optional();
    }

    private static boolean isOlder(Observation one, Observation other) {
        return Instant.parse(one.at()).isBefore(Instant.parse(other.at()));
    }

    private static String[] column(List<Observation> rows, Function<Observation, String> value) {

        return rows.stream().map(value).toArray(String[]::new);
    }
}
