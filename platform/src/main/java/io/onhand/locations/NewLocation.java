package io.onhand.locations;

import io.onhand.tenancy.Region;
import org.jspecify.annotations.Nullable;

/**
 * A location that is to be made.
 *
 * @param region where its rows will live for ever
 * @see Location for the other parts
 */
public record NewLocation(
        String code,
        String name,
        Location.Type type,
        String timeZone,
        Region region,
        @Nullable String address,
        boolean active) {

    /** An active location of the home region without an address. */
    public static NewLocation of(String code, String name, Location.Type type, String timeZone) {
        return new NewLocation(code, name, type, timeZone, Region.HOME, null, true);
    }

    Location withNewId() {
        var id = new LocationId(region.newId());
        return new Location(id, code, name, type, timeZone, address, active);
    }
}
