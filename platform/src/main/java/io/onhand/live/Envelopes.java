package io.onhand.live;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantId;
import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.measure.Quantity;
import io.onhand.stock.LevelsChanged;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens the envelopes of the outbox, and gives locations and variants the names that screens know.
 */
@Component
class Envelopes {

    private static final int CODES_MAX = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LocationQueries locations;
    private final CatalogQueries catalog;
    private final TenantCache<LocationId, String> codes = new TenantCache<>(CODES_MAX);

    Envelopes(LocationQueries locations, CatalogQueries catalog) {
        this.locations = locations;
        this.catalog = catalog;
    }

    /** What a row says; nothing if it is about something else than levels. */
    List<LevelChange> changes(OutboxRow row) {
        if (!row.topic().equals(LevelsChanged.TYPE)) {
            return List.of();
        }
        var data = JSON.readValue(row.envelope(), LevelsChanged.class).data();
        return CurrentTenant.read(row.tenant(), () -> named(data));
    }

    private List<LevelChange> named(LevelsChanged.Data data) {
        var location = new LocationId(UUID.fromString(data.location()));
        String code = codes.get(Set.of(location), this::codes).get(location);
        Map<VariantId, Variant> variants =
                catalog.variantsById(
                        data.levels().stream().map(Envelopes::variant).collect(Collectors.toSet()));
        List<LevelChange> changes = new ArrayList<>();
        for (LevelsChanged.Level level : data.levels()) {
            Variant variant = variants.get(variant(level));
            if (code != null && variant != null) {
                changes.add(change(code, variant, level));
            }
        }
        return changes;
    }

    private static LevelChange change(String code, Variant variant, LevelsChanged.Level level) {
        return new LevelChange(
                code,
                variant.sku(),
                Quantity.parse(level.onHand()),
                Quantity.parse(level.available()),
                Quantity.parse(level.committed()),
                level.version());
    }

    private Map<LocationId, String> codes(Set<LocationId> ids) {
        return locations.byId(ids).values().stream()
                .collect(Collectors.toMap(Location::id, Location::code));
    }

    private static VariantId variant(LevelsChanged.Level level) {
        return new VariantId(UUID.fromString(level.variant()));
    }
}
