package io.onhand.sync;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import java.util.UUID;

/**
 * Names a change that a till is told: the level and the number of the movement there. What is told
 * again without a new movement has a count of its own behind it.
 */
record ChangeKey(LocationId location, VariantId variant, long levelSeq, int again) {

    static ChangeKey of(LocationId location, VariantId variant, long levelSeq) {
        return new ChangeKey(location, variant, levelSeq, 0);
    }

    /** At most 100 characters. */
    String text() {
        String first = "%s:%s:%d".formatted(hex(location.value()), hex(variant.value()), levelSeq);
        return again == 0 ? first : first + ":" + again;
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }
}
