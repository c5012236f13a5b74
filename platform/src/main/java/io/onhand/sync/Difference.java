package io.onhand.sync;

import org.jspecify.annotations.Nullable;

/**
 * Where a till shows another number than ours.
 *
 * @param place the vendor's name of the place
 * @param item the vendor's name of the item
 * @param location the location's code; null if the name means nothing here
 * @param sku null if the name means nothing here
 * @param theirs a plain decimal
 * @param ours a plain decimal; null where there is nothing to compare with
 */
public record Difference(
        DifferenceKind kind,
        String place,
        String item,
        @Nullable String location,
        @Nullable String sku,
        String theirs,
        @Nullable String ours) {}
