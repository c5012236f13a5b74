package io.onhand.tenancy;

import java.util.UUID;

/**
 * A retailer. The first byte is the code of its home {@link Region}.
 *
 * @param value the id as the database knows it
 */
public record TenantId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
