package io.onhand.identity;

import io.onhand.locations.LocationId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** The locations it is limited to; null for no limit. */
    default @Nullable Set<LocationId> only() {
        return switch (this) {
            case Everywhere() -> null;
            case Only(var locations) -> locations;
        };
    }

    default boolean allows(LocationId location) {
        return switch (this) {
            case Everywhere() -> true;
            case Only(var locations) -> locations.contains(location);
        };
    }
}
