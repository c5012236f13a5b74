package io.onhand.inbox;

import io.onhand.plugin.DocumentKey;
import java.util.UUID;

/**
 * A hint of a delivery that waits until its document was asked for.
 *
 * @param document the id of the work of asking
 */
record PendingHint(UUID delivery, int place, UUID document, DocumentKey key) {}
