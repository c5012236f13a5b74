package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import java.time.Instant;

/**
 * What stands on hand of a document's line.
 *
 * @param no the number that the line had first
 * @param count whether it is a count, of which nothing more is told here
 * @param quantity by how much it changes the level; zero for a count
 * @param at when it counts
 */
public record Standing(
        int no,
        LocationId location,
        VariantId variant,
        boolean count,
        Quantity quantity,
        Instant at) {

    static Standing of(StandingLine line) {
        return new Standing(
                line.no(),
                line.location(),
                line.variant(),
                line.count() != null,
                new Quantity(line.quantity()),
                line.effectiveAt());
    }
}
