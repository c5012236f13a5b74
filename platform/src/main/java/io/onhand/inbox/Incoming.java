package io.onhand.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well the messages of a connection come in.
 *
 * @param lastAt when the last one came; null if none ever did
 * @param counted messages of the last 24 hours, counted no further than {@link
 *     IncomingQueries#COUNTED_MAX}
 * @param waiting of these, those of which something is still to be read or posted
 * @param waitingSince when the oldest of those came; null if none waits
 * @param needing of these, those about which a person has to settle something
 * @param refused messages whose signature was wrong, as far as that is remembered
 * @param refusedAt when the last of those came; null if none did
 * @param refusedWhy why it was refused, a sentence for people
 */
public record Incoming(
        @Nullable Instant lastAt,
        long counted,
        long waiting,
        @Nullable Instant waitingSince,
        long needing,
        long refused,
        @Nullable Instant refusedAt,
        @Nullable String refusedWhy) {}
