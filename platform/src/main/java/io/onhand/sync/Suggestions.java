package io.onhand.sync;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.PackedVariant;
import io.onhand.catalog.Variant;
import io.onhand.locations.Location;
import io.onhand.locations.LocationQueries;
import io.onhand.measure.Quantity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a vendor's items and places may be of ours, for people to decide. */
@Component
public class Suggestions {

    private static final int LOCATIONS_MAX = 1_000;
    private static final Quantity ONE = Quantity.ofUnits(1);

    private final CatalogQueries catalog;
    private final LocationQueries locations;

    Suggestions(CatalogQueries catalog, LocationQueries locations) {
        this.catalog = catalog;
        this.locations = locations;
    }

    /** A variant for each item that has one's SKU or else barcode, by the item's name. */
    public Map<String, Variant> variants(List<TillItem> items) {
        Map<String, Variant> found = new HashMap<>(byBarcode(items));
        found.putAll(bySku(items));
        return found;
    }

    /** A location for each place that has one's code or name, by the place's name in messages. */
    public Map<String, Location> locations(List<TillPlace> places) {
        List<Location> ours = locations.page("", null, LOCATIONS_MAX);
        Map<String, Location> found = new HashMap<>();
        for (TillPlace place : places) {
            ours.stream()
                    .filter(location -> isCalled(place, location))
                    .findFirst()
                    .ifPresent(location -> found.put(place.external(), location));
        }
        return found;
    }

    private static boolean isCalled(TillPlace place, Location location) {
        String name = place.name().toLowerCase(Locale.ROOT);
        return location.code().toLowerCase(Locale.ROOT).equals(name)
                || location.name().toLowerCase(Locale.ROOT).equals(name)
                || location.code().equals(place.external());
    }

    Map<String, Variant> bySku(List<TillItem> items) {
        Set<String> skus = new HashSet<>();
        for (TillItem item : items) {
            if (item.sku() != null) {
                skus.add(item.sku());
            }
        }
        Map<String, Variant> variants = catalog.variantsBySku(skus);
        Map<String, Variant> found = new HashMap<>();
        for (TillItem item : items) {
            Variant variant = item.sku() == null ? null : variants.get(item.sku());
            if (variant != null) {
                found.put(item.external(), variant);
            }
        }
        return found;
    }

    /** A barcode of a pack names no single unit. */
    Map<String, Variant> byBarcode(List<TillItem> items) {
        Set<String> codes = new HashSet<>();
        for (TillItem item : items) {
            if (item.barcode() != null) {
                codes.add(item.barcode());
            }
        }
        Map<String, PackedVariant> variants = codes.isEmpty() ? Map.of() : catalog.byBarcode(codes);
        Map<String, Variant> found = new HashMap<>();
        for (TillItem item : items) {
            PackedVariant named = item.barcode() == null ? null : variants.get(item.barcode());
            if (named != null && named.pack().equals(ONE)) {
                found.put(item.external(), named.variant());
            }
        }
        return found;
    }
}
