package io.onhand.stock;

import java.util.UUID;

/**
 * A reservation: a promise of stock. Its first byte is the region of its location.
 *
 * @param value the id as the database knows it
 */
public record ReservationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
