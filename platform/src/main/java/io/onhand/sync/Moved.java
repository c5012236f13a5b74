package io.onhand.sync;

import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.MovementType;
import io.onhand.stock.PostingId;
import io.onhand.stock.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A movement as far as a till is concerned.
 *
 * @param because of a correction the number of the late movement that made it necessary
 * @param takesBackCount whether it takes back a count or the correction of one
 */
record Moved(
        long levelSeq,
        Account account,
        MovementType type,
        Quantity quantity,
        @Nullable Quantity counted,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable Long because,
        boolean takesBackCount,
        PostingId posting,
        SourceId source) {

    /** Whether it counts, or takes back what was counted. */
    boolean isOfCount() {
        return type == MovementType.COUNT || takesBackCount;
    }
}
