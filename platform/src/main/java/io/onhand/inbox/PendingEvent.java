package io.onhand.inbox;

import io.onhand.channels.Arrived;
import java.util.UUID;

/**
 * An event of a delivery that waits to be posted.
 *
 * @param document of which it tells
 */
record PendingEvent(UUID delivery, int place, UUID document, Arrived arrived) {}
