package io.onhand.sync;

import io.onhand.catalog.VariantId;
import io.onhand.channels.Connection;
import io.onhand.channels.KnownNames;
import io.onhand.channels.KnownNames.Shelf;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.plugin.Observation;
import io.onhand.stock.Level;
import io.onhand.stock.StockQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts what a till was seen to have beside our levels. */
@Component
class Comparing {

    private static final int VARIANTS_PER_STEP = 200;

    private final KnownNames names;
    private final StockQueries levels;
    private final Foreseeing foreseeing;

    Comparing(KnownNames names, StockQueries levels, Foreseeing foreseeing) {
        this.names = names;
        this.levels = levels;
        this.foreseeing = foreseeing;
    }

    /** A level of ours. */
    record Key(LocationId location, VariantId variant) {}

    /** What can be compared, and what the till has under names that mean nothing here. */
    record Comparison(List<Compared> compared, List<Observation> unmapped) {}

    Comparison compare(Connection connection, Hold hold, Map<Shelf, Observation> seen) {
        Set<String> placeNames =
                seen.keySet().stream().map(Shelf::place).collect(Collectors.toSet());
        Set<String> itemNames = seen.keySet().stream().map(Shelf::item).collect(Collectors.toSet());
        Map<String, LocationId> places = names.places(connection, placeNames);
        Map<String, VariantId> items = names.items(connection, itemNames);
        Map<Key, List<Observation>> known = new LinkedHashMap<>();
        List<Observation> unmapped = new ArrayList<>();
        for (Observation one : seen.values()) {
            LocationId place = places.get(one.location());
            VariantId item = items.get(one.item());
            if (place == null || item == null) {
                unmapped.add(one);
            } else {
                known.computeIfAbsent(new Key(place, item), _ -> new ArrayList<>()).add(one);
            }
        }
        return new Comparison(foreseeing.of(connection, hold, beside(known)), unmapped);
    }

    private List<Compared> beside(Map<Key, List<Observation>> known) {
        Map<Key, Level> ours = levels(known.keySet());
        List<Compared> compared = new ArrayList<>(known.size());
        known.forEach((key, some) -> compared.add(compared(key, some, ours)));
        return compared;
    }

    private static Compared compared(Key key, List<Observation> seen, Map<Key, Level> ours) {
        Quantity theirs =
                seen.stream()
                        .map(one -> Quantity.parse(one.quantity()))
                        .reduce(Quantity.ZERO, Quantity::plus);
        return new Compared(key.location(), key.variant(), theirs, Quantity.ZERO, 0, seen)
                .beside(ours.get(key));
    }

    /** The same with our numbers as they are now. */
    List<Compared> again(Connection connection, Hold hold, List<Compared> before) {
        Map<Key, Level> ours = levels(before.stream().map(Compared::key).toList());
        return foreseeing.of(
                connection,
                hold,
                before.stream().map(one -> one.beside(ours.get(one.key()))).toList());
    }

    private Map<Key, Level> levels(Collection<Key> keys) {
        Set<LocationId> locations = keys.stream().map(Key::location).collect(Collectors.toSet());
        List<VariantId> variants =
                new ArrayList<>(keys.stream().map(Key::variant).collect(Collectors.toSet()));
        Set<Key> wanted = new HashSet<>(keys);
        Map<Key, Level> found = new HashMap<>();
        for (int from = 0; from < variants.size(); from += VARIANTS_PER_STEP) {
            var some = variants.subList(from, Math.min(variants.size(), from + VARIANTS_PER_STEP));
            int most = some.size() * locations.size();
            for (Level level : levels.levels(some, Level.Place.START, locations, most)) {
                var key = new Key(level.locationId(), level.variantId());
                if (wanted.contains(key)) {
                    found.put(key, level);
                }
            }
        }
        return found;
    }
}
