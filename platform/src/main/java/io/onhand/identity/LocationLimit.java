package io.onhand.identity;

import io.onhand.locations.LocationId;
import java.util.Set;

/** The locations that somebody may touch. */
public sealed interface LocationLimit {

    /** No limit: every location of the tenant, also those made later. */
    record Everywhere() implements LocationLimit {}

    /**
     * Only these.
     *
     * @param locations may be empty: nothing then
     */
    record Only(Set<LocationId> locations) implements LocationLimit {

        public Only {
            locations = Set.copyOf(locations);
        }
    }

    default boolean allows(LocationId location) {
        return switch (this) {
            case Everywhere() -> true;
            case Only(var locations) -> locations.contains(location);
        };
    }
}
