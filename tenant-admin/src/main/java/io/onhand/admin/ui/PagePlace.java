package io.onhand.admin.ui;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page of a list begins whose order is by time, newest first, as it stands in an address.
 *
 * @param at when the last line of the page before was, in whole microseconds
 * @param id that line's
 */
public record PagePlace(Instant at, UUID id) {

    /**
     * Reads an address's place; an empty text is the list's beginning.
     *
     * @throws PageRefused when it is none
     */
    public static Optional<PagePlace> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", 2);
        try {
            return Optional.of(
                    new PagePlace(
                            Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
                            UUID.fromString(parts[parts.length - 1])));
        } catch (RuntimeException e) {
            throw PageRefused.misread();
        }
    }

    /** For an address. */
    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + id;
    }
}
