package io.onhand.exceptions;

import java.util.UUID;

/**
 * An exception, open or closed.
 *
 * @param value the id as the database knows it
 */
public record ExceptionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
