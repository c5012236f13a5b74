package io.onhand.locations;

import java.util.UUID;

/**
 * A place that holds stock. The first byte is the region of its rows.
 *
 * @param value the id as the database knows it
 */
public record LocationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
