package io.onhand.web.api.v1;

import io.onhand.channels.Connection.Match;
import io.onhand.channels.Connection.Mode;
import io.onhand.measure.PlainText;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Code;
import io.onhand.web.api.Faults;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is to be made. Its text form hides the secrets.
 *
 * @param mode {@code live} when it is left out
 * @param secrets of a generic one: {@code signingSecret}, as Standard Webhooks writes it
 * @param locations what it calls our places
 * @param match {@code sku} when it is left out
 */
record ConnectionBody(
        @Code String code,
        @Code String plugin,
        @Size(min = 1, max = PlainText.NAME_LENGTH_MAX) String name,
        @Nullable Mode mode,
        @Nullable Map<String, String> settings,
        @Nullable Map<String, String> secrets,
        @Nullable List<ExternalLocation> locations,
        @Nullable Match match)
        implements Checked {

    @Override
    public void check(Faults faults) {
        ExternalLocation.refuseRepeats(locations, faults.at("locations"));
    }

    @Override
    public String toString() {
        return "connection " + code;
    }
}
