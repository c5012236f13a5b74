package io.onhand.admin.connections;

import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Visitor;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionChange;
import io.onhand.channels.ConnectionDetails;
import io.onhand.channels.Connections;
import io.onhand.channels.Mappings;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.sync.CatalogueQueries;
import io.onhand.sync.Suggestions;
import io.onhand.sync.TillItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what somebody said on the page of mappings; what waited for a name is posted. */
@Component
class PageMappings {

    /** Items that are mapped by one press. */
    static final int TOGETHER_MAX = 1_000;

    private static final int STEP = 200;

    private final Connections connections;
    private final Mappings mappings;
    private final CatalogueQueries catalogue;
    private final Suggestions suggestions;
    private final CatalogQueries variants;
    private final LocationQueries locations;

    PageMappings(
            Connections connections,
            Mappings mappings,
            CatalogueQueries catalogue,
            Suggestions suggestions,
            CatalogQueries variants,
            LocationQueries locations) {
        this.connections = connections;
        this.mappings = mappings;
        this.catalogue = catalogue;
        this.suggestions = suggestions;
        this.variants = variants;
        this.locations = locations;
    }

    /**
     * Maps places, and takes a mapping back where no location is named.
     *
     * @throws PageRefused when there is no such location, or it is out of sight
     */
    void places(
            ConnectionDetails details,
            List<String> externals,
            List<String> codes,
            Visitor visitor) {
        Map<String, LocationId> ids = locations.idsByCode(codes);
        Map<String, LocationId> left = new HashMap<>(details.locations());
        Map<String, LocationId> mapped = new HashMap<>();
        for (int i = 0; i < externals.size(); i++) {
            String external = externals.get(i);
            LocationId before = details.locations().get(external);
            refuseElsewhere(before, visitor);
            if (codes.get(i).isEmpty()) {
                left.remove(external);
            } else {
                LocationId id = ids.get(codes.get(i));
                if (id == null) {
                    throw PageRefused.misread();
                }
                refuseElsewhere(id, visitor);
                if (!id.equals(before)) {
                    mapped.put(external, id);
                }
            }
        }
        if (left.size() < details.locations().size()) {
            connections.change(
                    details.connection().code(),
                    new ConnectionChange(null, null, null, null, null, left));
        }
        mapped.forEach((external, id) -> mappings.mapLocation(details.connection(), external, id));
    }

    private static void refuseElsewhere(@Nullable LocationId id, Visitor visitor) {
        if (id != null && !visitor.sees(id)) {
            throw PageRefused.elsewhere();
        }
    }

    /** Maps an item; whether there is a variant of this SKU. */
    boolean item(Connection connection, String external, String sku) {
        Variant variant = variants.variantsBySku(List.of(sku)).get(sku);
        if (variant == null) {
            return false;
        }
        mappings.mapVariant(connection, external, variant.id());
        return true;
    }

    /** Maps items to what is suggested for them, at most {@link #TOGETHER_MAX} looked at. */
    void suggestions(Connection connection) {
        String after = "";
        List<TillItem> step;
        int looked = 0;
        do {
            step = catalogue.items(connection.id(), true, after, STEP);
            suggestions
                    .variants(step)
                    .forEach(
                            (external, variant) ->
                                    mappings.mapVariant(connection, external, variant.id()));
            after = step.isEmpty() ? after : step.getLast().external();
            looked += step.size();
        } while (step.size() == STEP && looked < TOGETHER_MAX);
    }
}
