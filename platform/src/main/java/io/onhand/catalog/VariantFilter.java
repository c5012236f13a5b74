package io.onhand.catalog;

import java.util.Optional;

/**
 * Which variants are asked for: those to which all of this applies.
 *
 * @param question words, each of which begins a word of the name, of the SKU or of its parts
 * @param sku exactly this SKU
 * @param barcode exactly this barcode, in any form of it
 */
public record VariantFilter(
        Optional<String> question, Optional<String> sku, Optional<String> barcode) {

    /** All variants. */
    public static final VariantFilter ALL =
            new VariantFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
