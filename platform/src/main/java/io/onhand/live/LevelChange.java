package io.onhand.live;

import io.onhand.measure.Quantity;

/**
 * A level as a batch of the ledger left it.
 *
 * @param location the location's code
 * @param sku the variant's SKU
 * @param onHand units on hand
 * @param available units that may be promised
 * @param committed units that are promised
 * @param version the level's version; whoever shows a greater one already ignores this change
 */
public record LevelChange(
        String location,
        String sku,
        Quantity onHand,
        Quantity available,
        Quantity committed,
        long version) {}
