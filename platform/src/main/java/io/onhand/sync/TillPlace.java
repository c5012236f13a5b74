package io.onhand.sync;

import io.onhand.locations.LocationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place as the vendor of a connection keeps it.
 *
 * @param external the vendor's name of it in messages
 * @param name for people
 * @param active whether it is in use there
 * @param seenAt when the vendor last told of it
 * @param location what it is mapped to, if it is
 */
public record TillPlace(
        String external,
        String name,
        boolean active,
        Instant seenAt,
        @Nullable LocationId location) {}
