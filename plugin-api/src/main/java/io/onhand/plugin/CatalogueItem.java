package io.onhand.plugin;

import org.jspecify.annotations.Nullable;

/**
 * An item as the vendor keeps it.
 *
 * @param item the vendor's name of it in messages, 1–64 characters
 * @param name for people
 * @param sku the SKU that the retailer gave it there, if any
 * @param barcode the barcode it has there, if any
 * @param deleted whether the vendor has it no more
 */
public record CatalogueItem(
        String item,
        String name,
        @Nullable String sku,
        @Nullable String barcode,
        boolean deleted) {}
