package io.onhand.stock;

import io.onhand.tenancy.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting without its movements, as it is read.
 *
 * @param type the type of the fact, or {@code superseded} for a revision that came too late to move
 *     anything
 * @param occurredAt when it happened, as the sender said
 * @param recordedAt when it was learnt of
 * @param delivery the raw message that it came in
 * @param reverses the posting that it takes back
 */
public record PostingHead(
        PostingId id,
        Identity identity,
        String type,
        Cause cause,
        Actor actor,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable UUID delivery,
        @Nullable PostingId reverses,
        @Nullable String note) {}
