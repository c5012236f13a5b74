package io.onhand.channels;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a connection's names of places and items mean to us. */
@Component
class NameBook {

    private final LocationQueries locations;
    private final CatalogQueries catalog;

    NameBook(LocationQueries locations, CatalogQueries catalog) {
        this.locations = locations;
        this.catalog = catalog;
    }

    /** The names of some events; one that is not known is absent. */
    record Names(Map<String, LocationId> locations, Map<String, Variant> variants) {}

    /** Looks up all names of these events at once. */
    Names names(Connection connection, Collection<SourceEvent> events) {
        if (!connection.namesAreOurs()) {
            return new Names(Map.of(), Map.of());
        }
        Set<String> skus =
                events.stream()
                        .flatMap(event -> event.lines().stream())
                        .map(SourceEvent.Line::sku)
                        .collect(Collectors.toSet());
        return new Names(
                locations.idsByCode(
                        events.stream().map(SourceEvent::location).collect(Collectors.toSet())),
                catalog.variantsBySku(skus));
    }
}
