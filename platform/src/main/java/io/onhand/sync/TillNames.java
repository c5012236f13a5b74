package io.onhand.sync;

import io.onhand.catalog.VariantId;
import io.onhand.channels.Connection;
import io.onhand.channels.NamesThere;
import io.onhand.locations.LocationId;
import io.onhand.sync.Comparing.Key;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Under which one name a till is told of a place or an item that it may have several names for. */
@Component
class TillNames {

    private final NamesThere names;
    private final CatalogueQueries catalogue;

    TillNames(NamesThere names, CatalogueQueries catalogue) {
        this.names = names;
        this.catalogue = catalogue;
    }

    Map<LocationId, String> places(Connection connection, Collection<LocationId> ours) {
        Map<LocationId, String> first = new HashMap<>();
        names.ofLocations(connection, ours).forEach((id, all) -> first.put(id, all.getFirst()));
        return first;
    }

    /** The first that the vendor still has. */
    Map<VariantId, String> items(Connection connection, Collection<VariantId> ours) {
        Map<VariantId, String> first = new HashMap<>();
        live(connection, ours).forEach((id, all) -> first.put(id, all.getFirst()));
        return first;
    }

    /**
     * Those of which the till keeps one number, so that a count of ours can be told there. Of
     * several numbers nobody knows which is wrong.
     */
    Set<Key> single(Connection connection, Collection<Key> ours) {
        var places =
                names.ofLocations(connection, ours.stream().map(Key::location).distinct().toList());
        var items = live(connection, ours.stream().map(Key::variant).distinct().toList());
        return ours.stream()
                .filter(key -> places.getOrDefault(key.location(), List.of()).size() == 1)
                .filter(key -> items.getOrDefault(key.variant(), List.of()).size() == 1)
                .collect(Collectors.toSet());
    }

    private Map<VariantId, List<String>> live(Connection connection, Collection<VariantId> ours) {
        Map<VariantId, List<String>> all = names.ofVariants(connection, ours);
        Set<String> asked = new HashSet<>();
        all.values().forEach(asked::addAll);
        Set<String> deleted =
                asked.isEmpty() ? Set.of() : catalogue.deleted(connection.id(), asked);
        Map<VariantId, List<String>> live = new HashMap<>(all);
        live.replaceAll(
                (_, some) -> some.stream().filter(name -> !deleted.contains(name)).toList());
        live.values().removeIf(List::isEmpty);
        return live;
    }
}
