package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which movements to read. A part that is null leaves nothing out.
 *
 * @param only the locations that may be shown
 * @param clock which time {@code from} and {@code to} mean
 * @param from inclusive
 * @param to exclusive
 */
public record MovementFilter(
        @Nullable VariantId variant,
        @Nullable LocationId location,
        @Nullable Set<LocationId> only,
        @Nullable Account account,
        @Nullable MovementType type,
        Clock clock,
        Instant from,
        Instant to) {

    /** Before every movement. */
    public static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    /** After every movement. */
    public static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    /** The two times of a movement. */
    public enum Clock {
        /** When it was learnt of. */
        RECORDED,
        /** When it happened. */
        OCCURRED
    }

    /** Everything on one level. */
    public static MovementFilter ofLevel(LocationId location, VariantId variant) {
        return new MovementFilter(
                variant, location, null, null, null, Clock.RECORDED, BEGINNING, END);
    }

    /** The same, on one level. */
    MovementFilter on(LocationId location, VariantId variant) {
        return new MovementFilter(variant, location, only, account, type, clock, from, to);
    }

    /**
     * The bounds of the recorded time. What took effect at or after a time was recorded at or after
     * it, too.
     */
    Instant recordedFrom() {
        return from;
    }

    Instant recordedTo() {
        return clock == Clock.RECORDED ? to : END;
    }

    Instant effectiveFrom() {
        return clock == Clock.OCCURRED ? from : BEGINNING;
    }

    Instant effectiveTo() {
        return clock == Clock.OCCURRED ? to : END;
    }
}
