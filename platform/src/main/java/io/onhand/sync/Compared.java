package io.onhand.sync;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.plugin.Observation;

/**
 * A level of ours and what a till takes it to be.
 *
 * @param theirs the sum of all items of the till that are this one of ours
 * @param version of our level; 0 if it never moved
 * @param seen one of what the till was seen to have
 */
record Compared(
        LocationId location,
        VariantId variant,
        Quantity theirs,
        Quantity ours,
        long version,
        Observation seen) {

    boolean agrees() {
        return theirs.equals(ours);
    }
}
