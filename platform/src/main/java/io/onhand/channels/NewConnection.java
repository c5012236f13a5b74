package io.onhand.channels;

import io.onhand.channels.Connection.Match;
import io.onhand.channels.Connection.Mode;
import io.onhand.locations.LocationId;
import io.onhand.measure.PlainText;
import java.util.Map;

/**
 * A connection that is to be made.
 *
 * @param code 1–64 characters
 * @param plugin which there is
 * @param name 1–200 characters
 * @param namesAreOurs whether it calls every location and SKU as we do
 * @param key of its hook, unique among all connections of all tenants
 * @param secrets kept sealed
 * @param locations by its own names of them
 */
public record NewConnection(
        String code,
        String plugin,
        String name,
        Mode mode,
        Match match,
        boolean namesAreOurs,
        Map<String, String> settings,
        HookKey key,
        Secrets secrets,
        Map<String, LocationId> locations) {

    public NewConnection {
        PlainText.code(code);
        PlainText.name(name);
        settings = Map.copyOf(settings);
        locations = Map.copyOf(locations);
    }

    /** A live generic one that names everything as we do. */
    public static NewConnection ofOurNames(String code, String name, HookKey key, Secrets secrets) {
        return new NewConnection(
                code,
                Connections.GENERIC,
                name,
                Mode.LIVE,
                Match.SKU,
                true,
                Map.of(),
                key,
                secrets,
                Map.of());
    }
}
