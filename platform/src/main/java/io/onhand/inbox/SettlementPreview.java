package io.onhand.inbox;

import io.onhand.measure.Quantity;
import java.util.List;

/**
 * What settling some exceptions in one way would come to, at this moment.
 *
 * @param settled exceptions that can be settled so
 * @param left those that cannot: closed by now, unknown, or of a kind that is not settled so
 * @param posted events that would be posted
 * @param unmoved events that would be settled and move nothing, because something newer stands
 * @param waiting events that would go on waiting, for this or for something else
 * @param givenUp events and parts of deliveries that would be given up
 * @param readAgain deliveries that would be read again; what they tell then is not known before
 * @param whole false if more wait than are looked at; then {@code posted}, {@code unmoved}, {@code
 *     waiting} and {@code levels} are about the first ones
 * @param levels what would change on hand, each level once, by location and SKU
 */
public record SettlementPreview(
        int settled,
        int left,
        int posted,
        int unmoved,
        int waiting,
        long givenUp,
        int readAgain,
        boolean whole,
        List<Level> levels) {

    public SettlementPreview {
        levels = List.copyOf(levels);
    }

    /**
     * A level that would change.
     *
     * @param location its code
     * @param before its units on hand now
     * @param after and then
     */
    public record Level(String location, String sku, Quantity before, Quantity after) {

        /** By how much. */
        public Quantity change() {
            return after.minus(before);
        }
    }
}
