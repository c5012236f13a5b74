package io.onhand.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it is kept.
 *
 * @param headers free of secrets
 * @param body null once its time is over
 */
record StoredDelivery(
        UUID id,
        Instant receivedAt,
        @Nullable String vendorEventId,
        Map<String, String> headers,
        byte @Nullable [] body) {}
