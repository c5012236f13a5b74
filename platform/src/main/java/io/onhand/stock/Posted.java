package io.onhand.stock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting with all that belongs to it.
 *
 * @param movements by location code, SKU and number
 * @param repeats what came again and changed nothing, newest first
 */
public record Posted(PostingHead head, List<Movement> movements, List<Repeat> repeats) {

    /**
     * Something that came again.
     *
     * @param kind {@code duplicate}, {@code stale}, {@code echo} or {@code conflict}
     * @param delivery the raw message that it came in
     * @param at when it came
     */
    public record Repeat(PostingId posting, String kind, @Nullable UUID delivery, Instant at) {}
}
