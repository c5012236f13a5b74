package io.onhand.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A movement that a fold made. Its recorded time is that of the batch on its level.
 *
 * @param seq its number on the level
 * @param quantity signed, in millionths
 * @param balanceAfter its account after it
 * @param effectiveAt when it counts
 * @param origin which line of which posting
 * @param counted of a count: what was asserted
 * @param corrects of a correction or reversal of a count: that count's number
 * @param because of a correction: the number of the movement that made it necessary
 */
record MovementRow(
        long seq,
        Account account,
        @Nullable String bucket,
        MovementType type,
        long quantity,
        long balanceAfter,
        Instant effectiveAt,
        Origin origin,
        @Nullable Long counted,
        @Nullable Long corrects,
        @Nullable Long because,
        @Nullable String reason) {

    /**
     * Where a movement comes from.
     *
     * @param no the line's number in the posting
     * @param line the sender's id of the line
     */
    record Origin(PostingId posting, int no, String line) {}
}
