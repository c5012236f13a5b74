package io.onhand.admin.stock;

import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The locations for which a page has room.
 *
 * @param shown by code, those of a type together
 * @param next the code after which further ones begin; empty if there are none
 */
record Places(List<Location> shown, String next) {

    /** Locations on a page. */
    static final int MAX = 12;

    /**
     * Those after a code.
     *
     * @param after the empty text for the beginning
     * @param only the locations that may be shown, or null for all
     */
    static Places read(LocationQueries locations, String after, @Nullable Set<LocationId> only) {
        var found = locations.page(after, only, MAX + 1);
        var first = found.subList(0, Math.min(MAX, found.size()));
        return new Places(
                first.stream().sorted(Comparator.comparing(Location::type)).toList(),
                found.size() > MAX ? first.getLast().code() : "");
    }

    boolean hasNext() {
        return !next.isEmpty();
    }

    Set<LocationId> ids() {
        return shown.stream().map(Location::id).collect(Collectors.toSet());
    }
}
