package io.onhand.live;

import io.onhand.stock.LevelsChanged;

/**
 * A level as a batch of the ledger left it; quantities are decimals.
 *
 * @param sku the variant's SKU
 * @param onHand units on hand
 * @param available units that may be promised
 * @param committed units that are promised
 * @param version the level's version; whoever shows a greater one already ignores this change
 */
public record LevelChange(
        String sku, String onHand, String available, String committed, long version) {

    static LevelChange of(String sku, LevelsChanged.Level level) {
        return new LevelChange(
                sku, level.onHand(), level.available(), level.committed(), level.version());
    }
}
