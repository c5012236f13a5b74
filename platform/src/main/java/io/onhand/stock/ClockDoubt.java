package io.onhand.stock;

import io.onhand.measure.Quantity;
import java.time.Instant;

/**
 * A count and a change of one level that lie nearer to each other than their clocks can tell (law
 * L6b). The order of the times as they were sent stands.
 *
 * @param sku the variant's SKU
 * @param location the location's code
 */
public record ClockDoubt(String sku, String location, Change change, Count count) {

    /** A movement that is no count. */
    public record Change(MovementId id, MovementType type, Quantity quantity, Instant at) {}

    /** What was counted. */
    public record Count(MovementId id, Quantity counted, Instant at) {}

    /** Whether the count did not see the change; a change at the very time of a count was seen. */
    public boolean isCountFirst() {
        return change.at().isAfter(count.at());
    }

    /** Whether, as it stands, the goods were on the shelf when it was counted. */
    public boolean isOnShelf() {
        boolean leaves = change.quantity().signum() < 0;
        return leaves == isCountFirst();
    }
}
