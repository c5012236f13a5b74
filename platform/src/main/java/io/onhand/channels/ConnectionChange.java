package io.onhand.channels;

import io.onhand.channels.Connection.Match;
import io.onhand.channels.Connection.Mode;
import io.onhand.locations.LocationId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a connection; what is null stays.
 *
 * @param secrets replace those of the same names
 * @param locations replace all
 */
public record ConnectionChange(
        @Nullable String name,
        @Nullable Mode mode,
        @Nullable Match match,
        @Nullable Map<String, String> settings,
        @Nullable Secrets secrets,
        @Nullable Map<String, LocationId> locations) {

    Connection over(Connection before) {
        return new Connection(
                before.id(),
                before.code(),
                before.plugin(),
                name == null ? before.name() : name,
                mode == null ? before.mode() : mode,
                match == null ? before.match() : match,
                before.namesAreOurs(),
                settings == null ? before.settings() : settings);
    }
}
