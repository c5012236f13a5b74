package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.measure.Quantity;

/**
 * How much there is of one variant in several locations together, in units.
 *
 * @param available on hand less what is committed and unavailable; may be below zero
 */
public record Total(
        VariantId variant,
        Quantity onHand,
        Quantity available,
        Quantity committed,
        Quantity unavailable,
        Quantity incoming,
        Quantity inTransit) {

    /** Of a variant that never moved. */
    public static Total zero(VariantId variant) {
        return new Total(
                variant,
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.ZERO);
    }

    /** The same with one more level. */
    public Total plus(Level level) {
        return new Total(
                variant,
                onHand.plus(level.onHand()),
                available.plus(level.available()),
                committed.plus(level.committed()),
                unavailable.plus(level.unavailable()),
                incoming.plus(level.incoming()),
                inTransit.plus(level.inTransit()));
    }
}
