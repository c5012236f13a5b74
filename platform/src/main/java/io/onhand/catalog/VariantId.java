package io.onhand.catalog;

import java.util.UUID;

/**
 * A variant: one SKU, the unit of stock.
 *
 * @param value the id as the database knows it
 */
public record VariantId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
