package io.onhand.identity;

import java.util.UUID;

/**
 * An API key, as far as it may be named.
 *
 * @param value the id as the database knows it
 */
public record ApiKeyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
