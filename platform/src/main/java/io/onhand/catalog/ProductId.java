package io.onhand.catalog;

import java.util.UUID;

/**
 * A product: what several variants have in common.
 *
 * @param value the id as the database knows it
 */
public record ProductId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
