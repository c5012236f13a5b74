package io.onhand.stock;

import java.util.UUID;

/**
 * A posting. Derived from its {@link Identity}, so that the primary key is the check for
 * duplicates.
 *
 * @param value region byte of the source and 120 bits of SHA-256 over the identity
 */
public record PostingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
