package io.onhand.stock;

import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's postings, each with its movements. */
@Component
public class PostingQueries {

    /** By the levels that the posting names: its movements have no other index. */
    private static final String OF_POSTING =
            """
            select m.location_id, m.variant_id, m.level_seq, m.account, m.type,
                m.quantity, m.balance_after, m.effective_at, m.recorded_at,
                m.posting_id, m.line, m.counted, m.corrects_seq, m.because_seq,
                m.reason, v.sku, l.code
            from stock_posting p
            cross join lateral unnest(p.location_ids, p.variant_ids)
                as k(location_id, variant_id)
            cross join lateral (
                select f.recorded_at from stock_movement f
                where f.location_id = k.location_id
                    and f.variant_id = k.variant_id
                    and f.recorded_at >= p.recorded_at
                    and f.posting_id = p.posting_id
                order by f.recorded_at, f.level_seq limit 1) f
            join stock_movement m
                on m.tenant_id = p.tenant_id
                and m.location_id = k.location_id
                and m.variant_id = k.variant_id
                and m.recorded_at = f.recorded_at
                and m.posting_id = p.posting_id
            join variant v
                on v.tenant_id = m.tenant_id and v.variant_id = m.variant_id
            join location l
                on l.tenant_id = m.tenant_id and l.location_id = m.location_id
            where p.posting_id = :posting
                and (l.code, v.sku, m.level_seq) > (:code, :sku, :seq)
                and (:anyLocation or m.location_id = :location)
                and (:anyVariant or m.variant_id = :variant)
                and (:everywhere or m.location_id = any(:only))
                and (:anyAccount or m.account = :account)
                and (:anyType or m.type = :type)
                and m.recorded_at >= :recordedFrom
                and m.recorded_at < :recordedTo
                and m.effective_at >= :effectiveFrom
                and m.effective_at < :effectiveTo
            order by l.code, v.sku, m.level_seq limit :limit
            """;

    /** More than any posting has: its lines, what a revision takes back, and the corrections. */
    private static final int MOVEMENTS_MAX = 100_000;

    private static final MovementFilter ALL =
            new MovementFilter(
                    null,
                    null,
                    null,
                    null,
                    null,
                    MovementFilter.Clock.RECORDED,
                    MovementFilter.BEGINNING,
                    MovementFilter.END);

    private final JdbcClient app;
    private final PostingHeadQueries heads;
    private final TenantTransactions transactions;

    PostingQueries(JdbcClient app, PostingHeadQueries heads, TenantTransactions transactions) {
        this.app = app;
        this.heads = heads;
        this.transactions = transactions;
    }

    /** A posting with everything that belongs to it. */
    public Optional<Posted> posting(PostingId id) {
        return transactions.read(
                () ->
                        Optional.ofNullable(heads.heads(List.of(id)).get(id))
                                .map(
                                        head ->
                                                new Posted(
                                                        head,
                                                        all(id, head),
                                                        repeats(List.of(id)))));
    }

    /**
     * A posting's movements by location code, SKU and number.
     *
     * @param after the place after which to begin
     * @param limit how many at most
     */
    public List<Movement> movements(
            PostingId posting, MovementFilter filter, Place after, int limit) {
        return transactions.read(() -> heads.movements(rows(posting, filter, after, limit)));
    }

    /** A place among the movements of a posting. */
    public record Place(String location, String sku, long levelSeq) {

        /** Before the first. */
        public static final Place START = new Place("", "", 0);
    }

    private List<Movement> all(PostingId id, PostingHead head) {
        return rows(id, ALL, Place.START, MOVEMENTS_MAX).stream().map(row -> row.of(head)).toList();
    }

    /** The levels that the posting names are the way to its movements: they have no other index. */
    private List<StoredMovement> rows(
            PostingId posting, MovementFilter filter, Place after, int limit) {
        return MovementQueries.filtered(app.sql(OF_POSTING), filter)
                .param("posting", posting.value())
                .param("code", after.location())
                .param("sku", after.sku())
                .param("seq", after.levelSeq())
                .param("limit", limit)
                .query(StoredMovement::read)
                .list();
    }

    private List<Posted.Repeat> repeats(List<PostingId> postings) {
        return app.sql(
                        """
                        select posting_id, kind, delivery_id, at from stock_posting_repeat
                        where posting_id = any(:ids)
                        order by at desc, repeat_id limit :limit
                        """)
                .param("ids", postings.stream().map(PostingId::value).toArray(UUID[]::new))
                .param("limit", ExplanationQueries.REPEATS_MAX)
                .query(PostingQueries::repeat)
                .list();
    }

    static Posted.Repeat repeat(ResultSet row, int number) throws SQLException {
        return new Posted.Repeat(
                new PostingId(row.getObject("posting_id", UUID.class)),
                row.getString("kind"),
                row.getObject("delivery_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
