package io.onhand.channels;

import io.onhand.locations.LocationId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection with all that is known of it but its secrets.
 *
 * @param key of its hook; null if it has none
 * @param locations by its own names of them
 */
public record ConnectionDetails(
        Connection connection, @Nullable HookKey key, Map<String, LocationId> locations) {}
