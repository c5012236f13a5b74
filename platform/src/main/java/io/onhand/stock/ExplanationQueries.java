package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Explains a number of the current tenant. The transaction reads one moment of the database: it is
 * read only and, as every one of the app's, SERIALIZABLE.
 */
@Component
public class ExplanationQueries {

    /** Repeats that an answer names. */
    public static final int REPEATS_MAX = 200;

    private final JdbcClient app;
    private final StockQueries levels;
    private final MovementQueries movements;
    private final PostingHeadQueries postings;
    private final TenantTransactions transactions;

    ExplanationQueries(
            JdbcClient app,
            StockQueries levels,
            MovementQueries movements,
            PostingHeadQueries postings,
            TenantTransactions transactions) {
        this.app = app;
        this.levels = levels;
        this.movements = movements;
        this.postings = postings;
        this.transactions = transactions;
    }

    /**
     * Explains a level; empty if it never moved.
     *
     * @param before the place before which the movements begin
     * @param limit how many movements at most
     */
    public Optional<Explanation> explanation(
            LocationId location, VariantId variant, Movement.Position before, int limit) {
        return transactions.read(
                () -> levels.level(location, variant).map(level -> explain(level, before, limit)));
    }

    private Explanation explain(Level level, Movement.Position before, int limit) {
        List<Sum> sums = sums(level.locationId(), level.variantId());
        Map<Account, Quantity> recomputed = new EnumMap<>(Account.class);
        sums.forEach(sum -> recomputed.put(sum.account, sum.quantity));
        long counted = sums.stream().mapToLong(Sum::movements).sum();
        boolean equal =
                counted == level.version()
                        && Arrays.stream(Account.values())
                                .allMatch(
                                        account ->
                                                level.of(account)
                                                        .equals(
                                                                recomputed.getOrDefault(
                                                                        account, Quantity.ZERO)));
        var filter = MovementFilter.ofLevel(level.locationId(), level.variantId());
        return new Explanation(
                level,
                recomputed,
                counted,
                equal,
                postings.movements(movements.rowsOfLevel(filter, before, limit)),
                repeats(level));
    }

    private record Sum(Account account, Quantity quantity, long movements) {

        static Sum read(ResultSet row, int number) throws SQLException {
            return new Sum(
                    Account.ofCode(row.getInt("account")),
                    new Quantity(row.getLong("quantity")),
                    row.getLong("movements"));
        }
    }

    private List<Sum> sums(LocationId location, VariantId variant) {
        return app.sql(
                        """
                        select account, sum(quantity) as quantity, count(*) as movements
                        from stock_movement
                        where location_id = :location and variant_id = :variant
                        group by account
                        """)
                .param("location", location.value())
                .param("variant", variant.value())
                .query(Sum::read)
                .list();
    }

    private List<Posted.Repeat> repeats(Level level) {
        return app.sql(
                        """
                        select r.posting_id, r.kind, r.delivery_id, r.at
                        from stock_posting_repeat r
                        where r.posting_id in (
                            select m.posting_id from stock_movement m
                            where m.location_id = :location and m.variant_id = :variant)
                        order by r.at desc, r.repeat_id limit :limit
                        """)
                .param("location", level.locationId().value())
                .param("variant", level.variantId().value())
                .param("limit", REPEATS_MAX)
                .query(PostingQueries::repeat)
                .list();
    }
}
