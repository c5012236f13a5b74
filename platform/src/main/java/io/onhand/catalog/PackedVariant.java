package io.onhand.catalog;

import io.onhand.measure.Quantity;

/**
 * What a barcode names.
 *
 * @param pack the units in the pack
 */
public record PackedVariant(Variant variant, Quantity pack) {}
