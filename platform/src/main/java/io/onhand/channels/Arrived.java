package io.onhand.channels;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event and how it came.
 *
 * @param delivery the raw message that it came in; null if an API caller sent it, who can be told
 *     at once what is wrong with it
 * @param receivedAt when it was received first, business time
 */
public record Arrived(SourceEvent event, @Nullable UUID delivery, Instant receivedAt) {}
