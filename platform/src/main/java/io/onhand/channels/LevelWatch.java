package io.onhand.channels;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.relay.OutboxEvent;
import io.onhand.relay.WorkConsumer;
import io.onhand.stock.Level;
import io.onhand.stock.LevelsChanged;
import io.onhand.stock.Outcome.LevelAfter;
import io.onhand.stock.StockQueries;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens and closes the exceptions about levels once more, from the outbox: the program that posted
 * may have died before it did so. It looks at the levels as they are now, so that it does no harm
 * however late or often it is told.
 */
@Component
class LevelWatch implements WorkConsumer {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Quantity MISSING = Quantity.ofUnits(-1);
    private static final Quantity ONE = Quantity.ofUnits(1);

    private final StockQueries levels;
    private final Aftermath aftermath;

    LevelWatch(StockQueries levels, Aftermath aftermath) {
        this.levels = levels;
        this.aftermath = aftermath;
    }

    private record Key(LocationId location, VariantId variant) {}

    @Override
    public String name() {
        return "level-exceptions";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(LevelsChanged.TYPE);
    }

    @Override
    public void work(List<OutboxEvent> events) {
        Set<Key> turned = new HashSet<>();
        for (OutboxEvent event : events) {
            var data = JSON.readValue(event.envelope(), LevelsChanged.class).data();
            var location = new LocationId(UUID.fromString(data.location()));
            data.levels().stream()
                    .filter(level -> level.crossed() != null || level.promises() != null)
                    .map(level -> new VariantId(UUID.fromString(level.variant())))
                    .forEach(variant -> turned.add(new Key(location, variant)));
        }
        if (!turned.isEmpty()) {
            look(turned);
        }
    }

    private void look(Set<Key> turned) {
        Set<VariantId> variants = new HashSet<>();
        Set<LocationId> locations = new HashSet<>();
        turned.forEach(
                key -> {
                    variants.add(key.variant());
                    locations.add(key.location());
                });
        int most = variants.size() * locations.size();
        var moves = new Moves();
        for (Level level : levels.levels(variants, Level.Place.START, locations, most)) {
            if (turned.contains(new Key(level.locationId(), level.variantId()))) {
                moves.add(seen(level));
            }
        }
        aftermath.of(moves);
    }

    /**
     * The level as if each shortfall had just begun or ended: what stands already is not repeated.
     */
    private static LevelAfter seen(Level level) {
        boolean negative = level.onHand().signum() < 0;
        boolean oversold = level.available().signum() < 0 && level.committed().signum() > 0;
        return new LevelAfter(
                level.locationId(),
                level.variantId(),
                new LevelAfter.Numbers(
                        negative ? Quantity.ZERO : MISSING,
                        oversold ? Quantity.ZERO : MISSING,
                        oversold ? Quantity.ZERO : ONE),
                new LevelAfter.Numbers(level.onHand(), level.available(), level.committed()),
                level.version());
    }
}
