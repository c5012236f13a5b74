package io.onhand.identity;

import java.util.UUID;

/**
 * A person, the same in every tenant.
 *
 * @param value the id as the database knows it
 */
public record PersonId(UUID value) {

    /**
     * The id in its text form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static PersonId parse(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
