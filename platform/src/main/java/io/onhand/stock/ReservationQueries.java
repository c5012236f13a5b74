package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's reservations. */
@Component
public class ReservationQueries {

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient app;
    private final TenantTransactions transactions;

    ReservationQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /** One reservation, whatever became of it. */
    public Optional<Reservation> reservation(ReservationId id) {
        return transactions.read(
                () ->
                        withLines(
                                        app.sql(
                                                        """
                                                        select reservation_id, location_id, owner,
                                                            created_at, expires_at, posting_id,
                                                            ended, ended_at
                                                        from reservation where reservation_id = :id
                                                        """)
                                                .param("id", id.value())
                                                .query(ReservationQueries::head)
                                                .list())
                                .stream()
                                .findFirst());
    }

    /**
     * Reservations, newest first.
     *
     * @param location only those of this one, or null for all
     * @param state only those that stand so, or null for all
     * @param only the locations that may be shown, or null for all
     * @param after the place after which to begin
     * @param limit how many at most
     */
    public List<Reservation> page(
            @Nullable LocationId location,
            @Nullable ReservationState state,
            @Nullable Set<LocationId> only,
            Reservation.Place after,
            int limit) {
        return transactions.read(
                () ->
                        withLines(
                                app.sql(
                                                """
                                                select reservation_id, location_id, owner,
                                                    created_at, expires_at, posting_id, ended,
                                                    ended_at
                                                from reservation
                                                where (created_at, reservation_id) < (:at, :id)
                                                    and (:anyLocation or location_id = :location)
                                                    and (:everywhere or location_id = any(:only))
                                                    and (:anyState or ended = :state
                                                        or (:held and ended is null))
                                                order by created_at desc, reservation_id desc
                                                limit :limit
                                                """)
                                        .param("at", after.createdAt().atOffset(ZoneOffset.UTC))
                                        .param("id", after.id().value())
                                        .param("anyLocation", location == null)
                                        .param(
                                                "location",
                                                location == null ? NOBODY : location.value())
                                        .param("everywhere", only == null)
                                        .param("only", ids(only))
                                        .param("anyState", state == null)
                                        .param("state", state == null ? "" : state.word())
                                        .param("held", state == ReservationState.HELD)
                                        .param("limit", limit)
                                        .query(ReservationQueries::head)
                                        .list()));
    }

    /** What ran out by a time and was not released yet; some of it, if it is much. */
    List<Due> due(Instant now, int limit) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select reservation_id, location_id, variant_id, expires_at
                                        from reservation_line
                                        where remaining > 0 and expires_at <= :now
                                        order by expires_at limit :limit
                                        """)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .param("limit", limit)
                                .query(ReservationQueries::due)
                                .list());
    }

    /** A line of a reservation whose time ran out. */
    record Due(
            ReservationId reservation, LocationId location, VariantId variant, Instant expiresAt) {}

    private List<Reservation> withLines(List<Reservation> heads) {
        Map<ReservationId, List<Reservation.Line>> lines = lines(heads);
        return heads.stream()
                .map(
                        head ->
                                new Reservation(
                                        head.id(),
                                        head.location(),
                                        head.owner(),
                                        head.createdAt(),
                                        head.expiresAt(),
                                        head.posting(),
                                        head.state(),
                                        head.endedAt(),
                                        lines.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private Map<ReservationId, List<Reservation.Line>> lines(Collection<Reservation> heads) {
        record Row(ReservationId id, Reservation.Line line) {}
        return app
                .sql(
                        """
                        select reservation_id, location_id, variant_id, held, remaining
                        from reservation_line where reservation_id = any(:ids)
                        order by reservation_id, location_id, variant_id
                        """)
                .param("ids", heads.stream().map(h -> h.id().value()).toArray(UUID[]::new))
                .query((row, number) -> new Row(id(row), line(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Row::id, Collectors.mapping(Row::line, Collectors.toList())));
    }

    private static UUID[] ids(@Nullable Set<LocationId> locations) {
        return locations == null
                ? new UUID[0]
                : locations.stream().map(LocationId::value).toArray(UUID[]::new);
    }

    private static ReservationId id(ResultSet row) throws SQLException {
        return new ReservationId(row.getObject("reservation_id", UUID.class));
    }

    private static Reservation head(ResultSet row, int number) throws SQLException {
        String ended = row.getString("ended");
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Reservation(
                id(row),
                new LocationId(row.getObject("location_id", UUID.class)),
                row.getString("owner"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                new PostingId(row.getObject("posting_id", UUID.class)),
                ended == null ? ReservationState.HELD : ReservationState.ofWord(ended),
                endedAt == null ? null : endedAt.toInstant(),
                List.of());
    }

    private static Reservation.Line line(ResultSet row) throws SQLException {
        return new Reservation.Line(
                new LocationId(row.getObject("location_id", UUID.class)),
                new VariantId(row.getObject("variant_id", UUID.class)),
                new Quantity(row.getLong("held")),
                new Quantity(row.getLong("remaining")));
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                id(row),
                new LocationId(row.getObject("location_id", UUID.class)),
                new VariantId(row.getObject("variant_id", UUID.class)),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
