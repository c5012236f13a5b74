package io.onhand.stock;

import io.onhand.measure.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of one account of a level, as it is read.
 *
 * @param sku the variant's SKU
 * @param location the location's code
 * @param balanceAfter the account's number after it
 * @param occurredAt when it counts
 * @param recordedAt when it was learnt of; not before {@code occurredAt}
 * @param line the sender's id of the line
 * @param counted what a count asserted; null for anything else
 * @param corrects of a correction the count it belongs to, of a reversal what it takes back
 * @param because of a correction the late fact that made it necessary
 * @param clockAdjusted the sender's time lay more than five minutes after the receipt, which counts
 *     instead
 * @param posting what it is part of
 */
public record Movement(
        MovementId id,
        String sku,
        String location,
        Account account,
        MovementType type,
        Quantity quantity,
        Quantity balanceAfter,
        Instant occurredAt,
        Instant recordedAt,
        String line,
        @Nullable Quantity counted,
        @Nullable MovementId corrects,
        @Nullable MovementId because,
        @Nullable String reason,
        boolean clockAdjusted,
        PostingHead posting) {

    /** Where it stands in its level. */
    public Position position() {
        return new Position(recordedAt, id.levelSeq());
    }

    /** A place among the movements of a level; they are read backwards from it. */
    public record Position(Instant recordedAt, long levelSeq) {

        /** After every movement. */
        public static final Position END = new Position(MovementFilter.END, Long.MAX_VALUE);
    }
}
