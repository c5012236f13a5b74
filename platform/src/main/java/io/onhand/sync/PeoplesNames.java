package io.onhand.sync;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.sync.Comparing.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people call levels. */
@Component
class PeoplesNames {

    private final LocationQueries locations;
    private final CatalogQueries catalog;

    PeoplesNames(LocationQueries locations, CatalogQueries catalog) {
        this.locations = locations;
        this.catalog = catalog;
    }

    String code(LocationId id) {
        var location = locations.byId(List.of(id)).get(id);
        return location == null ? id.toString() : location.code();
    }

    String sku(VariantId id) {
        var variant = catalog.variantsById(List.of(id)).get(id);
        return variant == null ? id.toString() : variant.sku();
    }

    /** The level that an exception's links name; empty if there is none. */
    Optional<Key> key(Map<String, String> links) {
        String code = links.getOrDefault("location", "");
        String sku = links.getOrDefault("sku", "");
        LocationId location = locations.idsByCode(List.of(code)).get(code);
        Variant variant = catalog.variantsBySku(List.of(sku)).get(sku);
        return location == null || variant == null
                ? Optional.empty()
                : Optional.of(new Key(location, variant.id()));
    }

    Difference difference(DifferenceKind kind, Compared one) {
        return new Difference(
                kind,
                one.seen().location(),
                one.seen().item(),
                code(one.location()),
                sku(one.variant()),
                one.theirs().toString(),
                one.ours().toString());
    }
}
