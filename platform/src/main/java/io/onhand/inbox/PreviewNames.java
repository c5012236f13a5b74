package io.onhand.inbox;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantId;
import io.onhand.channels.Rehearsal.LevelChange;
import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Calls the levels of a preview as people call them. */
@Component
class PreviewNames {

    private final LocationQueries locations;
    private final CatalogQueries catalog;

    PreviewNames(LocationQueries locations, CatalogQueries catalog) {
        this.locations = locations;
        this.catalog = catalog;
    }

    List<SettlementPreview.Level> named(List<LevelChange> levels) {
        if (levels.isEmpty()) {
            return List.of();
        }
        Map<LocationId, Location> places =
                locations.byId(
                        levels.stream().map(LevelChange::location).collect(Collectors.toSet()));
        Map<VariantId, Variant> variants =
                catalog.variantsById(
                        levels.stream().map(LevelChange::variant).collect(Collectors.toSet()));
        return levels.stream()
                .map(
                        level ->
                                new SettlementPreview.Level(
                                        Objects.requireNonNull(places.get(level.location())).code(),
                                        Objects.requireNonNull(variants.get(level.variant())).sku(),
                                        level.before(),
                                        level.after()))
                .sorted(
                        Comparator.comparing(SettlementPreview.Level::location)
                                .thenComparing(SettlementPreview.Level::sku))
                .toList();
    }
}
