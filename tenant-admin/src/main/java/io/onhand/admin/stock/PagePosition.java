package io.onhand.admin.stock;

import io.onhand.stock.Movement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where a page of movements begins, as it stands in an address. */
final class PagePosition {

    private PagePosition() {}

    static String of(Movement last) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, last.recordedAt())
                + "."
                + last.id().levelSeq();
    }

    /**
     * Reads an address's position.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Movement.Position parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no position");
        }
        try {
            return new Movement.Position(
                    Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
                    Long.parseLong(parts[1]));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("no position", e);
        }
    }
}
