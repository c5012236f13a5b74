package io.onhand.channels;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.PackedVariant;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.measure.Quantity;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a connection's names of places and items mean to us. */
@Component
class NameBook {

    private static final Quantity ONE = Quantity.ofUnits(1);

    private final LocationQueries locations;
    private final CatalogQueries catalog;
    private final MappingQueries mappings;

    NameBook(LocationQueries locations, CatalogQueries catalog, MappingQueries mappings) {
        this.locations = locations;
        this.catalog = catalog;
        this.mappings = mappings;
    }

    /** The names of some events; one that is not known is absent. */
    record Names(Map<String, LocationId> locations, Map<String, PackedVariant> variants) {

        boolean know(SourceEvent event) {
            return locations.containsKey(event.location())
                    && event.lines().stream().allMatch(line -> variants.containsKey(line.sku()));
        }
    }

    /** Looks up all names of these events at once. */
    Names names(Connection connection, Collection<SourceEvent> events) {
        Set<String> places = events.stream().map(SourceEvent::location).collect(Collectors.toSet());
        Set<String> items =
                events.stream()
                        .flatMap(event -> event.lines().stream())
                        .map(SourceEvent.Line::sku)
                        .collect(Collectors.toSet());
        return new Names(places(connection, places), items(connection, items));
    }

    Map<String, LocationId> places(Connection connection, Set<String> names) {
        Map<String, LocationId> known = new HashMap<>();
        if (connection.namesAreOurs()) {
            known.putAll(locations.idsByCode(names));
        }
        known.putAll(mappings.locations(connection.id(), without(names, known.keySet())));
        return known;
    }

    /** Where names are ours, a mapping only adds to them; elsewhere it comes first. */
    Map<String, PackedVariant> items(Connection connection, Set<String> names) {
        Map<String, PackedVariant> known = new HashMap<>();
        if (connection.namesAreOurs()) {
            known.putAll(bySku(names));
        }
        known.putAll(mapped(connection, without(names, known.keySet())));
        if (!connection.namesAreOurs()) {
            Set<String> left = without(names, known.keySet());
            known.putAll(
                    switch (connection.match()) {
                        case SKU -> bySku(left);
                        case BARCODE -> left.isEmpty() ? Map.of() : catalog.byBarcode(left);
                        case NONE -> Map.<String, PackedVariant>of();
                    });
        }
        return known;
    }

    private Map<String, PackedVariant> bySku(Set<String> names) {
        Map<String, PackedVariant> known = new HashMap<>();
        catalog.variantsBySku(names)
                .forEach((sku, variant) -> known.put(sku, new PackedVariant(variant, ONE)));
        return known;
    }

    private Map<String, PackedVariant> mapped(Connection connection, Set<String> names) {
        Map<String, VariantId> ids = mappings.variants(connection.id(), names);
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<VariantId, Variant> variants = catalog.variantsById(Set.copyOf(ids.values()));
        Map<String, PackedVariant> known = new HashMap<>();
        ids.forEach(
                (name, id) -> {
                    Variant variant = variants.get(id);
                    if (variant != null) {
                        known.put(name, new PackedVariant(variant, ONE));
                    }
                });
        return known;
    }

    private static Set<String> without(Set<String> names, Set<String> known) {
        Set<String> left = new HashSet<>(names);
        left.removeAll(known);
        return left;
    }
}
