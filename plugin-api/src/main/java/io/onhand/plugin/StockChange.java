package io.onhand.plugin;

/**
 * A change of stock that Onhand tells a till.
 *
 * @param key names it for ever and everywhere, at most 100 characters of letters, digits, {@code :}
 *     and {@code -}; to be kept at the vendor with the change where it can be
 * @param item the vendor's name of the item
 * @param location the vendor's name of the place
 * @param type {@code count}: what is there, else the type of the movement: {@code sale}, {@code
 *     return}, {@code receipt}, {@code adjustment}, {@code ship}, {@code arrive}, {@code write-off}
 *     or {@code reversal}
 * @param quantity a plain decimal; of a count what was counted, else by how much stock changes,
 *     with its sign
 * @param occurredAt when it happened, ISO 8601 in UTC
 */
public record StockChange(
        String key,
        String item,
        String location,
        String type,
        String quantity,
        String occurredAt) {}
