package io.onhand.stock;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's levels as they are. A level that never moved is left out everywhere. */
@Component
public class StockQueries {

    private static final int VARIANTS_PER_STEP = 200;

    private final JdbcClient app;
    private final TenantTransactions transactions;
    private final BusinessClock clock;
    private final CatalogQueries catalog;

    StockQueries(
            JdbcClient app,
            TenantTransactions transactions,
            BusinessClock clock,
            CatalogQueries catalog) {
        this.app = app;
        this.catalog = catalog;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One level, if it ever moved. */
    public Optional<Level> level(LocationId location, VariantId variant) {
        var level = levels(Set.of(variant), Level.Place.START, Set.of(location), 1);
        return level.stream().findFirst();
    }

    /**
     * Levels by SKU and location.
     *
     * @param after the place after which to begin
     * @param only the locations that may be shown, or null for all
     * @param limit how many at most
     */
    public List<Level> levels(Level.Place after, @Nullable Set<LocationId> only, int limit) {
        return page(
                """
                select s.location_id, s.variant_id, v.sku, l.code, s.on_hand, s.available,
                    s.committed, s.unavailable, s.incoming, s.in_transit, s.last_seq
                from variant v
                join stock_level s on s.tenant_id = v.tenant_id and s.variant_id = v.variant_id
                join location l on l.tenant_id = s.tenant_id and l.location_id = s.location_id
                where v.sku >= :sku and (v.sku > :sku or l.code > :code)
                    and s.last_seq > 0
                    and (:everywhere or s.location_id = any(:only))
                order by v.sku, l.code limit :limit
                """,
                new UUID[0],
                after,
                only,
                limit);
    }

    /**
     * Levels of some variants, by SKU and location.
     *
     * @param variants the only variants to be shown
     * @param after the place after which to begin
     * @param only the locations that may be shown, or null for all
     * @param limit how many at most
     */
    public List<Level> levels(
            Collection<VariantId> variants,
            Level.Place after,
            @Nullable Set<LocationId> only,
            int limit) {
        return page(
                """
                select s.location_id, s.variant_id, v.sku, l.code, s.on_hand, s.available,
                    s.committed, s.unavailable, s.incoming, s.in_transit, s.last_seq
                from stock_level s
                join variant v on v.tenant_id = s.tenant_id and v.variant_id = s.variant_id
                join location l on l.tenant_id = s.tenant_id and l.location_id = s.location_id
                where s.variant_id = any(:variants)
                    and v.sku >= :sku and (v.sku > :sku or l.code > :code)
                    and s.last_seq > 0
                    and (:everywhere or s.location_id = any(:only))
                order by v.sku, l.code limit :limit
                """,
                uuids(variants),
                after,
                only,
                limit);
    }

    /**
     * What there is of each of some variants in several locations together; one that never moved
     * there is absent.
     *
     * @param only the locations that may be counted, or null for all
     * @param except locations that are left out
     */
    public Map<VariantId, Total> totals(
            Collection<VariantId> variants,
            @Nullable Set<LocationId> only,
            Set<LocationId> except) {
        return transactions.read(
                () ->
                        app
                                .sql(
                                        """
                                        select variant_id, cast(sum(on_hand) as bigint) as on_hand,
                                            cast(sum(available) as bigint) as available,
                                            cast(sum(committed) as bigint) as committed,
                                            cast(sum(unavailable) as bigint) as unavailable,
                                            cast(sum(incoming) as bigint) as incoming,
                                            cast(sum(in_transit) as bigint) as in_transit
                                        from stock_level
                                        where variant_id = any(:variants)
                                            and (:everywhere or location_id = any(:only))
                                            and location_id <> all(:except)
                                        group by variant_id limit :limit
                                        """)
                                .param("variants", uuids(variants))
                                .param("everywhere", only == null)
                                .param("only", ids(only))
                                .param("except", ids(except))
                                .param("limit", variants.size())
                                .query(StockQueries::total)
                                .list()
                                .stream()
                                .collect(Collectors.toMap(Total::variant, Function.identity())));
    }

    /**
     * Levels of the variants that answer a question, by SKU and location.
     *
     * @param question words, each of which begins a word of the name, of the SKU or of its parts
     * @param after the place after which to begin
     * @param only the locations that may be shown, or null for all
     * @param limit how many at most
     * @throws IllegalArgumentException when there are too many words
     */
    public List<Level> found(
            String question, Level.Place after, @Nullable Set<LocationId> only, int limit) {
        return transactions.read(
                () -> {
                    List<Level> found = new ArrayList<>();
                    Variant begun = catalog.variantsBySku(List.of(after.sku())).get(after.sku());
                    if (begun != null) {
                        found.addAll(levels(List.of(begun.id()), after, only, limit));
                    }
                    String sku = after.sku();
                    while (found.size() < limit) {
                        var variants = catalog.search(question, sku, VARIANTS_PER_STEP);
                        if (variants.isEmpty()) {
                            break;
                        }
                        var ids = variants.stream().map(Variant::id).toList();
                        int room = limit - found.size();
                        found.addAll(levels(ids, Level.Place.START, only, room));
                        sku = variants.getLast().sku();
                    }
                    return found;
                });
    }

    private List<Level> page(
            String sql,
            UUID[] variants,
            Level.Place after,
            @Nullable Set<LocationId> only,
            int limit) {
        return transactions.read(
                () ->
                        app.sql(sql)
                                .param("variants", variants)
                                .param("sku", after.sku())
                                .param("code", after.location())
                                .param("everywhere", only == null)
                                .param("only", ids(only))
                                .param("limit", limit)
                                .query(levelAsOf(clock.now()))
                                .list());
    }

    private static UUID[] uuids(Collection<VariantId> variants) {
        return variants.stream().map(VariantId::value).toArray(UUID[]::new);
    }

    static UUID[] ids(@Nullable Set<LocationId> locations) {
        return locations == null
                ? new UUID[0]
                : locations.stream().map(LocationId::value).toArray(UUID[]::new);
    }

    private static RowMapper<Level> levelAsOf(Instant asOf) {
        return (row, number) ->
                new Level(
                        new LocationId(row.getObject("location_id", UUID.class)),
                        new VariantId(row.getObject("variant_id", UUID.class)),
                        row.getString("sku"),
                        row.getString("code"),
                        quantity(row, "on_hand"),
                        quantity(row, "available"),
                        quantity(row, "committed"),
                        quantity(row, "unavailable"),
                        quantity(row, "incoming"),
                        quantity(row, "in_transit"),
                        row.getLong("last_seq"),
                        asOf);
    }

    private static Total total(ResultSet row, int number) throws SQLException {
        return new Total(
                new VariantId(row.getObject("variant_id", UUID.class)),
                quantity(row, "on_hand"),
                quantity(row, "available"),
                quantity(row, "committed"),
                quantity(row, "unavailable"),
                quantity(row, "incoming"),
                quantity(row, "in_transit"));
    }

    private static Quantity quantity(ResultSet row, String column) throws SQLException {
        return new Quantity(row.getLong(column));
    }
}
