package io.onhand.channels;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.tenancy.TenantTransactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What our places and items are called at a connection: mappings, read the other way round. */
@Component
public class NamesThere {

    private final MappingQueries mappings;
    private final LocationQueries locations;
    private final CatalogQueries catalog;
    private final TenantTransactions transactions;

    NamesThere(
            MappingQueries mappings,
            LocationQueries locations,
            CatalogQueries catalog,
            TenantTransactions transactions) {
        this.mappings = mappings;
        this.locations = locations;
        this.catalog = catalog;
        this.transactions = transactions;
    }

    /** The names of places, in order; a place that has none there is absent. */
    public Map<LocationId, List<String>> ofLocations(
            Connection connection, Collection<LocationId> ours) {
        return transactions.read(
                () -> {
                    Map<LocationId, List<String>> names =
                            new HashMap<>(mappings.locationsThere(connection.id(), ours));
                    if (connection.namesAreOurs()) {
                        locations.byId(ours).forEach((id, one) -> add(names, id, one.code()));
                    }
                    return names;
                });
    }

    /** The names of items, in order; an item that has none there is absent. */
    public Map<VariantId, List<String>> ofVariants(
            Connection connection, Collection<VariantId> ours) {
        return transactions.read(
                () -> {
                    Map<VariantId, List<String>> names =
                            new HashMap<>(mappings.variantsThere(connection.id(), ours));
                    if (connection.namesAreOurs()) {
                        catalog.variantsById(ours).forEach((id, one) -> add(names, id, one.sku()));
                    }
                    return names;
                });
    }

    private static <K> void add(Map<K, List<String>> names, K key, String name) {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(names.getOrDefault(key, List.of()));
        names.put(key, all);
    }
}
