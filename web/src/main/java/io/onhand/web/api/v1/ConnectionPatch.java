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
import org.jspecify.annotations.Nullable;

/**
 * A change of a connection, as a JSON merge patch; its code, plugin and key stay. Its text form
 * hides the secrets.
 *
 * @param secrets replace those of the same names
 * @param locations replace all
 */
record ConnectionPatch(
        @Size(min = 1, max = PlainText.NAME_LENGTH_MAX) Given<String> name,
        Given<Connection.Mode> mode,
        Given<Map<String, String>> settings,
        Given<Map<String, String>> secrets,
        Given<List<ExternalLocation>> locations,
        Given<Connection.Match> match)
        implements Checked {

    @Override
    public void check(Faults faults) {
        ExternalLocation.refuseRepeats(locations.value(), faults.at("locations"));
    }

    ConnectionChange change(@Nullable Map<String, LocationId> places) {
        return new ConnectionChange(
                name.value(),
                mode.value(),
                match.value(),
                settings.value(),
                secrets.value() == null ? null : new Secrets(secrets.value()),
                places);
    }

    @Override
    public String toString() {
        return "a change of a connection";
    }
}
