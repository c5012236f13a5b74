package io.onhand.live;

import io.onhand.locations.LocationId;
import io.onhand.tenancy.TenantId;
import java.util.stream.IntStream;

/** Tells a hub of changes of very many levels at once. */
public final class LoudHub {

    private LoudHub() {}

    /** All of so many levels, each with this version. */
    public static void shout(
            LiveHub hub, TenantId tenant, LocationId location, int levels, long version) {
        hub.tell(
                tenant,
                location,
                IntStream.range(0, levels)
                        .mapToObj(i -> new LevelChange("SKU-" + i, "1", "1", "0", version))
                        .toList());
    }
}
