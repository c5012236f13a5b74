package io.onhand.sync;

import io.onhand.catalog.VariantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item as the vendor of a connection keeps it.
 *
 * @param external the vendor's name of it in messages
 * @param name for people
 * @param sku the SKU that it has there, if any
 * @param barcode the barcode that it has there, if any
 * @param deleted whether the vendor has it no more
 * @param seenAt when the vendor last told of it
 * @param variant what it is mapped to, if it is
 */
public record TillItem(
        String external,
        String name,
        @Nullable String sku,
        @Nullable String barcode,
        boolean deleted,
        Instant seenAt,
        @Nullable VariantId variant) {}
