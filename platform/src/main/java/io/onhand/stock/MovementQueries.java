package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's movements, page by page. */
@Component
public class MovementQueries {

    /** Level by level in key order, each with its newest movements. */
    private static final String LATER_LEVELS =
            """
            select s.location_id, s.variant_id, m.level_seq, m.account, m.type,
                m.quantity, m.balance_after, m.effective_at, m.recorded_at,
                m.posting_id, m.line, m.counted, m.corrects_seq, m.because_seq,
                m.reason, v.sku, l.code
            from stock_level s
            join variant v
                on v.tenant_id = s.tenant_id and v.variant_id = s.variant_id
            join location l
                on l.tenant_id = s.tenant_id and l.location_id = s.location_id
            cross join lateral (
                select m.level_seq, m.account, m.type, m.quantity,
                    m.balance_after, m.effective_at, m.recorded_at,
                    m.posting_id, m.line, m.counted, m.corrects_seq,
                    m.because_seq, m.reason
                from stock_movement m
                where m.location_id = s.location_id
                    and m.variant_id = s.variant_id
                    and (:anyAccount or m.account = :account)
                    and (:anyType or m.type = :type)
                    and m.recorded_at >= :recordedFrom
                    and m.recorded_at < :recordedTo
                    and m.effective_at >= :effectiveFrom
                    and m.effective_at < :effectiveTo
                order by m.recorded_at desc, m.level_seq desc limit :limit) m
            where s.last_seq > 0 and s.changed_at >= :recordedFrom
                and s.location_id >= :afterLocation
                and (s.location_id > :afterLocation
                    or s.variant_id > :afterVariant)
                and (:anyLocation or s.location_id = :location)
                and (:anyVariant or s.variant_id = :variant)
                and (:everywhere or s.location_id = any(:only))
            order by s.location_id, s.variant_id, m.recorded_at desc,
                m.level_seq desc
            limit :limit
            """;

    /**
     * The same for one type of which there may be few: only these are read. Sales are not in the
     * index that this needs, whatever the type; said again, so that it is used for any of them.
     */
    private static final String LATER_LEVELS_OF_TYPE =
            """
            select m.location_id, m.variant_id, m.level_seq, m.account, m.type,
                m.quantity, m.balance_after, m.effective_at, m.recorded_at,
                m.posting_id, m.line, m.counted, m.corrects_seq, m.because_seq,
                m.reason, v.sku, l.code
            from stock_movement m
            join variant v
                on v.tenant_id = m.tenant_id and v.variant_id = m.variant_id
            join location l
                on l.tenant_id = m.tenant_id and l.location_id = m.location_id
            where m.type = :type and m.type <> 'sale'
                and m.location_id >= :afterLocation
                and (m.location_id > :afterLocation
                    or m.variant_id > :afterVariant)
                and (:anyLocation or m.location_id = :location)
                and (:anyVariant or m.variant_id = :variant)
                and (:everywhere or m.location_id = any(:only))
                and (:anyAccount or m.account = :account)
                and m.recorded_at >= :recordedFrom
                and m.recorded_at < :recordedTo
                and m.effective_at >= :effectiveFrom
                and m.effective_at < :effectiveTo
            order by m.location_id, m.variant_id, m.recorded_at desc,
                m.level_seq desc
            limit :limit
            """;

    /** Of every level that changed since then the newest, and of these the newest. */
    private static final String NEWEST =
            """
            select s.location_id, s.variant_id, m.level_seq, m.account, m.type,
                m.quantity, m.balance_after, m.effective_at, m.recorded_at,
                m.posting_id, m.line, m.counted, m.corrects_seq, m.because_seq,
                m.reason, v.sku, l.code
            from stock_level s
            join variant v
                on v.tenant_id = s.tenant_id and v.variant_id = s.variant_id
            join location l
                on l.tenant_id = s.tenant_id and l.location_id = s.location_id
            cross join lateral (
                select m.level_seq, m.account, m.type, m.quantity,
                    m.balance_after, m.effective_at, m.recorded_at,
                    m.posting_id, m.line, m.counted, m.corrects_seq,
                    m.because_seq, m.reason
                from stock_movement m
                where m.location_id = s.location_id
                    and m.variant_id = s.variant_id
                    and (:anyAccount or m.account = :account)
                    and (:anyType or m.type = :type)
                    and m.recorded_at >= :since
                    and m.recorded_at < :recordedTo
                    and m.effective_at >= :effectiveFrom
                    and m.effective_at < :effectiveTo
                order by m.recorded_at desc, m.level_seq desc limit :limit) m
            where s.last_seq > 0 and s.changed_at >= :since
                and (:anyLocation or s.location_id = :location)
                and (:anyVariant or s.variant_id = :variant)
                and (:everywhere or s.location_id = any(:only))
            order by m.recorded_at desc, s.location_id, s.variant_id,
                m.level_seq desc
            limit :limit
            """;

    private final JdbcClient app;
    private final PostingHeadQueries postings;
    private final TenantTransactions transactions;

    MovementQueries(JdbcClient app, PostingHeadQueries postings, TenantTransactions transactions) {
        this.app = app;
        this.postings = postings;
        this.transactions = transactions;
    }

    /**
     * Movements of one level, newest first.
     *
     * @param filter names the location and the variant
     * @param before the place before which to begin
     * @param limit how many at most
     */
    public List<Movement> ofLevel(MovementFilter filter, Movement.Position before, int limit) {
        return transactions.read(() -> postings.movements(rowsOfLevel(filter, before, limit)));
    }

    /**
     * Movements level by level, in the order of the levels' ids; in each, newest first.
     *
     * @param after the movement after which to go on, or null for the beginning
     * @param limit how many at most
     */
    public List<Movement> levelByLevel(MovementFilter filter, @Nullable Place after, int limit) {
        return transactions.read(
                () -> {
                    List<StoredMovement> rows = new ArrayList<>();
                    if (after != null) {
                        rows.addAll(restOfLevel(filter, after, limit));
                    }
                    if (rows.size() < limit) {
                        rows.addAll(rowsOfLaterLevels(filter, after, limit - rows.size()));
                    }
                    return postings.movements(rows);
                });
    }

    /**
     * Movements of all levels, those first that were recorded last.
     *
     * @param since when they were recorded; not before the filter begins. Each level that changed
     *     since is looked at, so the later it is, the less is read
     * @param limit how many at most
     */
    public List<Movement> newest(MovementFilter filter, Instant since, int limit) {
        return transactions.read(
                () ->
                        postings.movements(
                                filtered(app.sql(NEWEST), filter)
                                        .param("since", time(since))
                                        .param("limit", limit)
                                        .query(StoredMovement::read)
                                        .list()));
    }

    /** A place in the walk level by level. */
    public record Place(LocationId location, VariantId variant, Movement.Position position) {

        private static final UUID FIRST = new UUID(0, 0);

        /** The place of a movement. */
        public static Place of(Movement movement) {
            return new Place(
                    movement.id().location(), movement.id().variant(), movement.position());
        }
    }

    private List<StoredMovement> restOfLevel(MovementFilter filter, Place after, int limit) {
        return rowsOfLevel(filter.on(after.location(), after.variant()), after.position(), limit);
    }

    List<StoredMovement> rowsOfLevel(MovementFilter filter, Movement.Position before, int limit) {
        return filtered(
                        app.sql(
                                """
                                select m.location_id, m.variant_id, m.level_seq, m.account, m.type,
                                    m.quantity, m.balance_after, m.effective_at, m.recorded_at,
                                    m.posting_id, m.line, m.counted, m.corrects_seq, m.because_seq,
                                    m.reason, v.sku, l.code
                                from stock_movement m
                                join variant v
                                    on v.tenant_id = m.tenant_id and v.variant_id = m.variant_id
                                join location l
                                    on l.tenant_id = m.tenant_id and l.location_id = m.location_id
                                where m.location_id = :location and m.variant_id = :variant
                                    and m.recorded_at <= :beforeAt and m.level_seq < :beforeSeq
                                    and (:everywhere or m.location_id = any(:only))
                                    and (:anyAccount or m.account = :account)
                                    and (:anyType or m.type = :type)
                                    and m.recorded_at >= :recordedFrom
                                    and m.recorded_at < :recordedTo
                                    and m.effective_at >= :effectiveFrom
                                    and m.effective_at < :effectiveTo
                                order by m.recorded_at desc, m.level_seq desc limit :limit
                                """),
                        filter)
                .param("beforeAt", time(before.recordedAt()))
                .param("beforeSeq", before.levelSeq())
                .param("limit", limit)
                .query(StoredMovement::read)
                .list();
    }

    private List<StoredMovement> rowsOfLaterLevels(
            MovementFilter filter, @Nullable Place after, int limit) {
        MovementType type = filter.type();
        boolean mayBeRare = type != null && type != MovementType.SALE;
        return filtered(app.sql(mayBeRare ? LATER_LEVELS_OF_TYPE : LATER_LEVELS), filter)
                .param("afterLocation", after == null ? Place.FIRST : after.location().value())
                .param("afterVariant", after == null ? Place.FIRST : after.variant().value())
                .param("limit", limit)
                .query(StoredMovement::read)
                .list();
    }

    static JdbcClient.StatementSpec filtered(
            JdbcClient.StatementSpec statement, MovementFilter filter) {
        var location = filter.location();
        var variant = filter.variant();
        var account = filter.account();
        var type = filter.type();
        return statement
                .param("anyLocation", location == null)
                .param("location", location == null ? Place.FIRST : location.value())
                .param("anyVariant", variant == null)
                .param("variant", variant == null ? Place.FIRST : variant.value())
                .param("everywhere", filter.only() == null)
                .param("only", StockQueries.ids(filter.only()))
                .param("anyAccount", account == null)
                .param("account", account == null ? 0 : account.code())
                .param("anyType", type == null)
                .param("type", type == null ? "" : type.word())
                .param("recordedFrom", time(filter.recordedFrom()))
                .param("recordedTo", time(filter.recordedTo()))
                .param("effectiveFrom", time(filter.effectiveFrom()))
                .param("effectiveTo", time(filter.effectiveTo()));
    }

    static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
