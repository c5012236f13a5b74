package io.onhand.web.api.v1;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantFilter;
import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.locations.LocationId;
import io.onhand.stock.Level;
import io.onhand.stock.StockQueries;
import io.onhand.tenancy.BusinessClock;
import io.onhand.web.api.Page;
import io.onhand.web.api.Paging;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Needs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How much there is. */
@RestController
class StockLevelController {

    private final StockQueries stock;
    private final CatalogQueries catalog;
    private final QueriedNames names;
    private final BusinessClock clock;

    StockLevelController(
            StockQueries stock, CatalogQueries catalog, QueriedNames names, BusinessClock clock) {
        this.stock = stock;
        this.catalog = catalog;
        this.names = names;
        this.clock = clock;
    }

    /** Levels by SKU and location. A pair that never moved is absent unless it is named. */
    @GetMapping("/api/v1/stock-levels")
    @Needs(value = Permission.READ_STOCK, location = Needs.LocationIn.QUERY)
    Page<LevelAnswer> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(required = false) @Nullable String location,
            @RequestParam(required = false) @Nullable String q,
            Paging paging) {
        Set<LocationId> only = QueriedNames.only(caller);
        if (location != null) {
            only = names.location(caller, location).map(Set::of).orElse(Set.of());
        }
        List<Level> rows;
        try {
            rows = rows(sku, location, q, only, paging);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ProblemCode.MALFORMED, "q: " + e.getMessage() + ".");
        }
        return paging.page(rows, LevelAnswer::of, level -> List.of(level.sku(), level.location()));
    }

    private List<Level> rows(
            @Nullable String sku,
            @Nullable String location,
            @Nullable String question,
            @Nullable Set<LocationId> only,
            Paging paging) {
        if (only != null && only.isEmpty()) {
            return List.of();
        }
        Level.Place after = after(paging);
        if (sku == null) {
            return question == null
                    ? stock.levels(after, only, paging.rows())
                    : stock.found(question, after, only, paging.rows());
        }
        Optional<Variant> variant = variant(sku, question);
        if (variant.isEmpty()) {
            return List.of();
        }
        List<Level> rows = stock.levels(List.of(variant.get().id()), after, only, paging.rows());
        if (rows.isEmpty() && location != null && only != null && paging.after().isEmpty()) {
            LocationId place = only.iterator().next();
            return List.of(Level.zero(place, variant.get().id(), sku, location, clock.now()));
        }
        return rows;
    }

    private Optional<Variant> variant(String sku, @Nullable String question) {
        if (question == null) {
            return names.variant(sku);
        }
        var filter = new VariantFilter(Optional.of(question), Optional.of(sku), Optional.empty());
        return catalog.variants(filter, "", 1).stream().map(d -> d.variant()).findFirst();
    }

    private static Level.Place after(Paging paging) {
        return paging.after().isEmpty()
                ? Level.Place.START
                : new Level.Place(paging.after().get(0), paging.after().get(1));
    }
}
