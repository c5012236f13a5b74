package io.onhand.inbox;

import io.onhand.channels.Arrived;
import io.onhand.channels.SourceEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it is kept.
 *
 * @param headers free of secrets
 * @param pulled whether Onhand asked for it; its body is a {@link PulledText} then
 * @param body null once its time is over
 */
record StoredDelivery(
        UUID id,
        Instant receivedAt,
        @Nullable String vendorEventId,
        Map<String, String> headers,
        boolean pulled,
        byte @Nullable [] body) {

    /** An event that it told. */
    Arrived arrived(SourceEvent event) {
        return new Arrived(event, id, receivedAt);
    }
}
