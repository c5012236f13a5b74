package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise of stock.
 *
 * @param location where it is held
 * @param owner whose order it is
 * @param createdAt when it was granted
 * @param expiresAt when it ends by itself
 * @param posting the posting that granted it
 * @param endedAt when nothing was left of it any more; null while it is held
 * @param lines what it holds, none twice
 */
public record Reservation(
        ReservationId id,
        LocationId location,
        String owner,
        Instant createdAt,
        Instant expiresAt,
        PostingId posting,
        ReservationState state,
        @Nullable Instant endedAt,
        List<Line> lines) {

    /**
     * What is held of one variant at one location.
     *
     * @param held what was granted
     * @param remaining what is neither used up nor given back
     */
    public record Line(LocationId location, VariantId variant, Quantity held, Quantity remaining) {}

    /** Where it stands among all, newest first. */
    public Place place() {
        return new Place(createdAt, id);
    }

    /** A place among all reservations, newest first. */
    public record Place(Instant createdAt, ReservationId id) {

        /** Before the newest. */
        public static final Place START =
                new Place(MovementFilter.END, new ReservationId(new UUID(-1, -1)));
    }
}
