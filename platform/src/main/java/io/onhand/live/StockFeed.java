package io.onhand.live;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.relay.BroadcastConsumer;
import io.onhand.relay.OutboxEvent;
import io.onhand.stock.LevelsChanged;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens the envelopes about levels, gives variants the names that screens know, and tells rings.
 */
@Component
class StockFeed implements BroadcastConsumer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LiveHub hub;
    private final CatalogQueries catalog;

    StockFeed(LiveHub hub, CatalogQueries catalog) {
        this.hub = hub;
        this.catalog = catalog;
    }

    @Override
    public boolean isListening() {
        return hub.isFollowed();
    }

    @Override
    public boolean wants(TenantId tenant, String topic) {
        return topic.equals(LevelsChanged.TYPE) && hub.isFollowed(tenant);
    }

    @Override
    public void hear(OutboxEvent event) {
        var data = JSON.readValue(event.envelope(), LevelsChanged.class).data();
        var location = new LocationId(UUID.fromString(data.location()));
        if (hub.isFollowed(event.tenant(), location)) {
            hub.tell(
                    event.tenant(),
                    location,
                    CurrentTenant.read(event.tenant(), () -> named(data.levels())));
        }
    }

    private List<LevelChange> named(List<LevelsChanged.Level> levels) {
        Map<VariantId, Variant> variants =
                catalog.variantsById(
                        levels.stream().map(StockFeed::variant).collect(Collectors.toSet()));
        return levels.stream()
                .map(
                        level -> {
                            Variant variant = variants.get(variant(level));
                            if (variant == null) {
                                throw new IllegalStateException("no variant " + level.variant());
                            }
                            return LevelChange.of(variant.sku(), level);
                        })
                .toList();
    }

    private static VariantId variant(LevelsChanged.Level level) {
        return new VariantId(UUID.fromString(level.variant()));
    }

    @Override
    public void missed(TenantId tenant) {
        hub.restart(tenant);
    }

    @Override
    public void missedAnything() {
        hub.restartAll();
    }
}
