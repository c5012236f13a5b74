package io.onhand.web.api.v1;

import io.onhand.locations.Location;
import io.onhand.measure.PlainText;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Faults;
import io.onhand.web.api.Given;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A change of a location, as a JSON merge patch. */
record LocationPatch(
        Given<String> code,
        @Size(min = 1, max = PlainText.NAME_LENGTH_MAX) Given<String> name,
        Given<Location.Type> type,
        Given<String> timeZone,
        Given<String> region,
        @Size(min = 1, max = PlainText.NOTE_LENGTH_MAX) Given<@Nullable String> address,
        Given<Boolean> active)
        implements Checked {

    @Override
    public void check(Faults faults) {
        if (timeZone.value() != null) {
            LocationBody.checkTimeZone(timeZone.value(), faults);
        }
    }

    /**
     * The location after the patch.
     *
     * @throws io.onhand.web.api.Refusal {@code invalid}, if it changes what never changes
     */
    Location over(Location before) {
        var faults = new Faults();
        keep("code", code.overRequired(before.code()), before.code(), faults);
        String region = before.region().toString();
        keep("region", this.region.overRequired(region), region, faults);
        faults.refuseIfAny();
        return before.withName(name.overRequired(before.name()))
                .withType(type.overRequired(before.type()))
                .withTimeZone(timeZone.overRequired(before.timeZone()))
                .withAddress(address.over(before.address()))
                .withActive(active.overRequired(before.active()));
    }

    private static void keep(String field, String after, String before, Faults faults) {
        if (!after.equals(before)) {
            faults.at(field)
                    .add("immutable", "The " + field + " of a location never changes: " + before);
        }
    }
}
