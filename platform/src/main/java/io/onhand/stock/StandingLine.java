package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands applied of one line of a document.
 *
 * @param no the number that the line had first; it keeps it through all revisions
 * @param line the sender's id of the line
 * @param quantity in millionths; 0 for a count
 * @param count the number of the standing count's movement; null for a change
 * @param effectiveAt when it counts
 */
record StandingLine(
        int no,
        String line,
        LocationId location,
        VariantId variant,
        Account account,
        @Nullable String bucket,
        long quantity,
        @Nullable Long count,
        Instant effectiveAt) {

    /** Whether there is anything to take back. */
    boolean stands() {
        return quantity != 0 || count != null;
    }

    /** The same line with nothing left of it. */
    StandingLine gone() {
        return new StandingLine(no, line, location, variant, account, bucket, 0, null, effectiveAt);
    }
}
