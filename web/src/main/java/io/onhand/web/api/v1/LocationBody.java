package io.onhand.web.api.v1;

import io.onhand.locations.Location;
import io.onhand.locations.NewLocation;
import io.onhand.measure.PlainText;
import io.onhand.tenancy.Region;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Code;
import io.onhand.web.api.Faults;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A location that is to be made. */
record LocationBody(
        @Code String code,
        @Size(min = 1, max = PlainText.NAME_LENGTH_MAX) String name,
        Location.Type type,
        String timeZone,
        @Nullable String region,
        @Size(min = 1, max = PlainText.NOTE_LENGTH_MAX) @Nullable String address,
        @Nullable Boolean active)
        implements Checked {

    @Override
    public void check(Faults faults) {
        checkTimeZone(timeZone, faults);
        if (region != null && !region.matches("[0-9a-f]{2}")) {
            faults.at("region")
                    .add("bad-region", "A region is two hexadecimal digits, such as \"0a\".");
        }
    }

    static void checkTimeZone(String timeZone, Faults faults) {
        try {
            Location.checkTimeZone(timeZone);
        } catch (IllegalArgumentException e) {
            faults.at("timeZone").add("unknown-time-zone", "The time zone " + e.getMessage() + ".");
        }
    }

    NewLocation wanted() {
        return new NewLocation(
                code,
                name,
                type,
                timeZone,
                region == null ? Region.HOME : Region.parse(region),
                address,
                active == null || active);
    }
}
