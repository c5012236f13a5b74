package io.onhand.web.api.v1;

import io.onhand.locations.Location;
import org.jspecify.annotations.Nullable;

/** A location, as callers see it. */
record LocationAnswer(
        String code,
        String name,
        String type,
        String timeZone,
        String region,
        @Nullable String address,
        boolean active) {

    static LocationAnswer of(Location location) {
        return new LocationAnswer(
                location.code(),
                location.name(),
                location.type().word(),
                location.timeZone(),
                location.region().toString(),
                location.address(),
                location.active());
    }
}
