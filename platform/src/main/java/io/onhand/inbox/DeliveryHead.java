package io.onhand.inbox;

import io.onhand.stock.SourceId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery without its raw part.
 *
 * @param vendorEventId the sender's id of the message, where a header or the body told it
 * @param repeats the first delivery of the same message, if it is not that itself
 * @param detail a sentence for people
 */
public record DeliveryHead(
        UUID id,
        SourceId connection,
        Instant receivedAt,
        DeliveryState state,
        @Nullable String vendorEventId,
        @Nullable UUID repeats,
        @Nullable String detail) {}
