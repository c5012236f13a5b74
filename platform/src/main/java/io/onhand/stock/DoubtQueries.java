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
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts and changes of the current tenant whose order their clocks leave in doubt (law L6b). */
@Component
public class DoubtQueries {

    private static final int DOUBTS_PER_PAGE = 1_000;

    /**
     * Of the levels that were just moved, those where a clock may be off or that were just counted,
     * each once however often it was moved; then their standing counts, each beside the changes
     * near it, one of the two new. A movement is never effective after it was recorded, so a change
     * near a new count was recorded no earlier than the error of the two clocks before it; the
     * error of a change's clock beyond a day is not looked for. From where to read is worked out
     * before: a computed bound would not reach the index below row-level security. What a document
     * took back, by whatever event, or changed to nothing does not stand, and nobody is asked about
     * it.
     */
    private static final String DOUBTS =
            """
            with asked as materialized (
                select k.location_id, k.variant_id, min(k.first_seq) as first_seq
                from unnest(cast(:locations as uuid[]), cast(:variants as uuid[]),
                        cast(:seqs as bigint[]), cast(:sure as boolean[]))
                    as k (location_id, variant_id, first_seq, sure)
                where not k.sure or exists (
                    select 1 from stock_count_anchor u
                    where u.location_id = k.location_id and u.variant_id = k.variant_id
                        and u.clock_error_ms > 0)
                group by k.location_id, k.variant_id),
            counts as materialized (
                select a.tenant_id, a.location_id, a.variant_id, a.level_seq, a.counted,
                    a.effective_at, a.clock_error_ms, k.first_seq,
                    case when a.level_seq < k.first_seq then cast(:since as timestamptz)
                        else least(cast(:since as timestamptz), a.effective_at - interval '1 day'
                            - a.clock_error_ms * interval '1 millisecond') end as since
                from asked k
                join stock_count_anchor a
                    on a.location_id = k.location_id and a.variant_id = k.variant_id
                where not exists (
                    select 1 from stock_count_revocation r
                    where r.tenant_id = a.tenant_id and r.location_id = a.location_id
                        and r.variant_id = a.variant_id and r.level_seq = a.level_seq))
            select m.location_id, m.variant_id, v.sku, l.code, m.level_seq, m.type, m.quantity,
                m.effective_at, c.level_seq as count_seq, c.counted, c.effective_at as counted_at
            from counts c
            join stock_movement m
                on m.tenant_id = c.tenant_id and m.location_id = c.location_id
                and m.variant_id = c.variant_id and m.recorded_at >= c.since
                and (m.level_seq >= c.first_seq or c.level_seq >= c.first_seq)
            join stock_posting p on p.tenant_id = m.tenant_id and p.posting_id = m.posting_id
            join variant v on v.tenant_id = m.tenant_id and v.variant_id = m.variant_id
            join location l on l.tenant_id = m.tenant_id and l.location_id = m.location_id
            where m.account = 1 and m.quantity <> 0
                and m.type not in ('count', 'count-correction', 'reversal')
                and m.effective_at < c.effective_at
                    + (p.clock_error_ms + c.clock_error_ms) * interval '1 millisecond'
                and m.effective_at > c.effective_at
                    - (p.clock_error_ms + c.clock_error_ms) * interval '1 millisecond'
                and (
                    select sum(x.quantity) <> 0 and m.level_seq
                        > coalesce(max(x.level_seq) filter (where x.type = 'reversal'), 0)
                    from stock_movement x
                    join stock_posting e
                        on e.tenant_id = x.tenant_id and e.posting_id = x.posting_id
                    left join stock_posting r
                        on r.tenant_id = e.tenant_id and r.posting_id = e.reverses_id
                    where x.tenant_id = m.tenant_id and x.location_id = m.location_id
                        and x.variant_id = m.variant_id and x.recorded_at >= m.effective_at
                        and x.account = 1 and x.type <> 'count-correction'
                        and x.effective_at = m.effective_at and x.line_no = m.line_no
                        and (p.source_id, p.external_id) in (
                            (e.source_id, e.external_id), (r.source_id, r.external_id)))
                and (cast(:location as uuid) is null
                    or (m.location_id, m.variant_id, c.level_seq, m.level_seq)
                        > (cast(:location as uuid), cast(:variant as uuid),
                            cast(:count as bigint), cast(:change as bigint)))
            order by m.location_id, m.variant_id, c.level_seq, m.level_seq limit :limit
            """;

    private final JdbcClient app;
    private final TenantTransactions transactions;

    DoubtQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /**
     * A level that was moved.
     *
     * @param firstSeq the first of its new movements
     * @param sure the new movements are no counts, and their clocks are right
     */
    public record Moved(LocationId location, VariantId variant, long firstSeq, boolean sure) {}

    /**
     * Hands on the doubts that movements brought, page by page, each once.
     *
     * @param since when they were recorded, or earlier
     */
    public void doubts(List<Moved> moved, Instant since, Consumer<List<ClockDoubt>> each) {
        doubts(moved, since, DOUBTS_PER_PAGE, each);
    }

    void doubts(List<Moved> moved, Instant since, int perPage, Consumer<List<ClockDoubt>> each) {
        List<ClockDoubt> page = page(moved, since, perPage, null);
        while (!page.isEmpty()) {
            each.accept(page);
            page = page.size() < perPage ? List.of() : page(moved, since, perPage, page.getLast());
        }
    }

    private List<ClockDoubt> page(
            List<Moved> moved, Instant since, int limit, @Nullable ClockDoubt after) {
        MovementId change = after == null ? null : after.change().id();
        return transactions.read(
                () ->
                        app.sql(DOUBTS)
                                .param("locations", ids(moved, m -> m.location().value()))
                                .param("variants", ids(moved, m -> m.variant().value()))
                                .param(
                                        "seqs",
                                        moved.stream().map(Moved::firstSeq).toArray(Long[]::new))
                                .param("since", since.atOffset(ZoneOffset.UTC))
                                .param(
                                        "sure",
                                        moved.stream().map(Moved::sure).toArray(Boolean[]::new))
                                .param(
                                        "location",
                                        change == null ? null : change.location().value())
                                .param("variant", change == null ? null : change.variant().value())
                                .param(
                                        "count",
                                        after == null ? null : after.count().id().levelSeq())
                                .param("change", change == null ? null : change.levelSeq())
                                .param("limit", limit)
                                .query(DoubtQueries::doubt)
                                .list());
    }

    private static UUID[] ids(List<Moved> moved, Function<Moved, UUID> id) {
        return moved.stream().map(id).toArray(UUID[]::new);
    }

    private static ClockDoubt doubt(ResultSet row, int number) throws SQLException {
        var location = new LocationId(row.getObject("location_id", UUID.class));
        var variant = new VariantId(row.getObject("variant_id", UUID.class));
        return new ClockDoubt(
                row.getString("sku"),
                row.getString("code"),
                new ClockDoubt.Change(
                        new MovementId(location, variant, row.getLong("level_seq")),
                        MovementType.ofWord(row.getString("type")),
                        new Quantity(row.getLong("quantity")),
                        time(row, "effective_at")),
                new ClockDoubt.Count(
                        new MovementId(location, variant, row.getLong("count_seq")),
                        new Quantity(row.getLong("counted")),
                        time(row, "counted_at")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
