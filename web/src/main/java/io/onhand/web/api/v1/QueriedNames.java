package io.onhand.web.api.v1;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.identity.Caller;
import io.onhand.identity.LocationLimit;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.web.security.Within;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a query names: a location within the caller's limit, a variant. */
@Component
class QueriedNames {

    private final LocationQueries locations;
    private final CatalogQueries catalog;

    QueriedNames(LocationQueries locations, CatalogQueries catalog) {
        this.locations = locations;
        this.catalog = catalog;
    }

    /**
     * The location of this code; empty if there is none.
     *
     * @throws io.onhand.web.api.Refusal {@code location-not-allowed}
     */
    Optional<LocationId> location(Caller caller, String code) {
        Optional<LocationId> found =
                Optional.ofNullable(locations.idsByCode(List.of(code)).get(code));
        found.ifPresent(id -> Within.limit(caller, id, code));
        return found;
    }

    /** The variant of this SKU; empty if there is none. */
    Optional<Variant> variant(String sku) {
        return Optional.ofNullable(catalog.variantsBySku(List.of(sku)).get(sku));
    }

    /** The locations that may be listed; null for all. */
    static @Nullable Set<LocationId> only(Caller caller) {
        return switch (caller.limit()) {
            case LocationLimit.Everywhere() -> null;
            case LocationLimit.Only(var own) -> own;
        };
    }
}
