package io.onhand.admin.ui;

/**
 * A number in a table that opens its explanation.
 *
 * @param sku the variant's SKU
 * @param item the variant's name
 * @param location the location's code
 * @param place the location's name
 * @param onHand what it shows
 * @param version the level's version; a live frame with a smaller one is ignored
 * @param href where it is explained
 */
public record LevelLink(
        String sku,
        String item,
        String location,
        String place,
        Figure onHand,
        long version,
        String href) {}
