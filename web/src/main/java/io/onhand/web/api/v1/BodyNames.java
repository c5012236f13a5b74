package io.onhand.web.api.v1;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.identity.Caller;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.web.api.Faults;
import io.onhand.web.security.Within;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a body names, and notes what it names in vain. */
@Component
class BodyNames {

    private final LocationQueries locations;
    private final CatalogQueries catalog;

    BodyNames(LocationQueries locations, CatalogQueries catalog) {
        this.locations = locations;
        this.catalog = catalog;
    }

    /**
     * The location of this code; null and a fault {@code unknown-location} if there is none.
     *
     * @throws io.onhand.web.api.Refusal {@code location-not-allowed}
     */
    @Nullable LocationId location(Caller caller, String code, Faults faults) {
        LocationId id = locations.idsByCode(List.of(code)).get(code);
        if (id == null) {
            faults.at("location").add("unknown-location", "There is no location " + code + ".");
        } else {
            Within.limit(caller, id, code);
        }
        return id;
    }

    /** The variants of these SKUs; each that there is not is a fault {@code unknown-sku}. */
    Map<String, Variant> variants(List<String> skus, Faults faults) {
        Map<String, Variant> found = catalog.variantsBySku(Set.copyOf(skus));
        for (int i = 0; i < skus.size(); i++) {
            if (!found.containsKey(skus.get(i))) {
                faults.at("lines")
                        .at(i)
                        .at("sku")
                        .add("unknown-sku", "There is no SKU " + skus.get(i) + ".");
            }
        }
        return found;
    }

    /** Notes each SKU that stands in a body twice. */
    static void refuseRepeats(List<String> skus, Faults faults) {
        var seen = new HashSet<String>();
        for (int i = 0; i < skus.size(); i++) {
            if (!seen.add(skus.get(i))) {
                faults.at("lines")
                        .at(i)
                        .at("sku")
                        .add("repeated-sku", "This SKU stands in the body before.");
            }
        }
    }
}
