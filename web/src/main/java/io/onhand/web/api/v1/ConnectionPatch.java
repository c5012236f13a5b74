package io.onhand.web.api.v1;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionChange;
import io.onhand.channels.Secrets;
import io.onhand.locations.LocationId;
import io.onhand.measure.PlainText;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Faults;
import io.onhand.web.api.Given;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change of a connection, as a JSON merge patch; its code, plugin and key stay. Its text form
 * hides the secrets.
 *
 * @param settings replace those of the same names; null takes one away
 * @param secrets replace those of the same names
 * @param locations replace all
 */
record ConnectionPatch(
        @Size(min = 1, max = PlainText.NAME_LENGTH_MAX) Given<String> name,
        Given<Connection.Mode> mode,
        Given<Map<String, @Nullable String>> settings,
        Given<Map<String, String>> secrets,
        Given<List<ExternalLocation>> locations,
        Given<Connection.Match> match)
        implements Checked {

    @Override
    public void check(Faults faults) {
        ExternalLocation.refuseRepeats(locations.value(), faults.at("locations"));
    }

    /** Its settings over these; null if it gives none. */
    @Nullable Map<String, String> settingsOver(Map<String, String> before) {
        if (settings.value() == null) {
            return null;
        }
        Map<String, String> merged = new TreeMap<>(before);
        settings.value()
                .forEach(
                        (name, value) -> {
                            if (value == null) {
                                merged.remove(name);
                            } else {
                                merged.put(name, value);
                            }
                        });
        return merged;
    }

    ConnectionChange change(
            @Nullable Map<String, String> wanted, @Nullable Map<String, LocationId> places) {
        return new ConnectionChange(
                name.value(),
                mode.value(),
                match.value(),
                wanted,
                secrets.value() == null ? null : new Secrets(secrets.value()),
                places);
    }

    @Override
    public String toString() {
        return "a change of a connection";
    }
}
