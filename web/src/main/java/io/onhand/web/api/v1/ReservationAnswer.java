package io.onhand.web.api.v1;

import io.onhand.measure.Quantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise as callers see it.
 *
 * @param state {@code held}, {@code released}, {@code expired} or {@code fulfilled}
 * @param posting the posting that granted it
 * @param endedAt when nothing was left of it any more; absent while it is held
 */
record ReservationAnswer(
        String id,
        String state,
        String location,
        String owner,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        String posting,
        List<ReservedLine> lines) {

    /**
     * What is promised of one variant.
     *
     * @param quantity what was granted
     * @param remaining what is neither used up nor given back
     */
    record ReservedLine(String sku, Quantity quantity, Quantity remaining) {

        ReservedLine asGranted() {
            return new ReservedLine(sku, quantity, quantity);
        }
    }

    /** The same as it was when it was granted, for a request that is sent again. */
    ReservationAnswer asGranted() {
        return new ReservationAnswer(
                id,
                "held",
                location,
                owner,
                createdAt,
                expiresAt,
                null,
                posting,
                lines.stream().map(ReservedLine::asGranted).toList());
    }
}
