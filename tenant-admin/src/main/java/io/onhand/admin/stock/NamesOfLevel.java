package io.onhand.admin.stock;

import io.onhand.admin.ui.StoreTime;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantDetails;
import io.onhand.locations.Location;
import io.onhand.locations.LocationQueries;
import io.onhand.stock.Explanation;
import io.onhand.stock.Level;
import io.onhand.tenancy.BusinessClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what a level is called: a variant and a location of the current tenant. */
@Component
class NamesOfLevel {

    private final CatalogQueries catalog;
    private final LocationQueries locations;
    private final BusinessClock clock;

    NamesOfLevel(CatalogQueries catalog, LocationQueries locations, BusinessClock clock) {
        this.catalog = catalog;
        this.locations = locations;
        this.clock = clock;
    }

    /**
     * A level by name.
     *
     * @param now when it was looked up
     */
    record Named(VariantDetails variant, Location place, Instant now) {

        StoreTime time() {
            return new StoreTime(ZoneId.of(place.timeZone()));
        }

        Picture picture() {
            return Picture.of(variant);
        }

        /** What explains a pair that never moved: nothing. */
        Explanation nothing() {
            var level =
                    Level.zero(
                            place.id(),
                            variant.variant().id(),
                            variant.variant().sku(),
                            place.code(),
                            now);
            return new Explanation(level, Map.of(), 0, true, List.of(), List.of());
        }
    }

    /** Empty when there is no such SKU or no such location. */
    Optional<Named> find(String sku, String location) {
        var variant = Optional.ofNullable(catalog.variantsBySku(List.of(sku)).get(sku));
        var place = Optional.ofNullable(locations.byCode(List.of(location)).get(location));
        return variant.flatMap(v -> place.map(p -> new Named(details(v), p, clock.now())));
    }

    private VariantDetails details(Variant variant) {
        return Objects.requireNonNull(catalog.details(List.of(variant.id())).get(variant.id()));
    }
}
