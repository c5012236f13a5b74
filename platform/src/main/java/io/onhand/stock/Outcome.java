package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a posting. */
public sealed interface Outcome {

    /**
     * It is in the ledger now.
     *
     * @param posting its id
     * @param levels each level it moved, as it left it, in the order of its lines
     * @param detail a note on a promise that could not be used up, if there is one
     */
    record Applied(PostingId posting, List<LevelAfter> levels, @Nullable String detail)
            implements Outcome {}

    /**
     * It was in the ledger already, with the same content.
     *
     * @param posting the posting that stands
     * @param cause what that one belongs to: of a reversal, the request that asked for it first
     */
    record Duplicate(PostingId posting, Cause cause) implements Outcome {}

    /**
     * A newer revision of its document was posted before, or what it would take back does not stand
     * (any more). Nothing was posted.
     */
    record Stale() implements Outcome {}

    /**
     * Its identity is taken by another content.
     *
     * @param existing the posting that has it
     * @param cause what that one belongs to: of a reversal, the request that asked for it first
     */
    record Conflict(PostingId existing, Cause cause) implements Outcome {}

    /**
     * The promise was not granted; nothing was posted.
     *
     * @param lines each line that was short
     */
    record Refused(List<Short> lines) implements Outcome {

        /**
         * @param no the line
         * @param available what could have been promised
         */
        public record Short(int no, Quantity available) {}
    }

    /**
     * It would break a bound that no fact may break; nothing was posted.
     *
     * @param code a stable code
     * @param detail a sentence for people
     */
    record Invalid(String code, String detail) implements Outcome {}

    /**
     * An event is held under its identity, outside of the ledger; see {@link HoldStatements}.
     * Nothing was posted.
     */
    record Held() implements Outcome {}

    /** What it reverses is not in the ledger. */
    record Unknown() implements Outcome {}

    /**
     * A level as a posting left it.
     *
     * @param before what it showed before the posting's first movement of it
     * @param now what it showed after the last one
     * @param version the level's last {@code level_seq} of this posting
     */
    record LevelAfter(
            LocationId location, VariantId variant, Numbers before, Numbers now, long version) {

        /**
         * What a level shows.
         *
         * @param available below zero while committed is above zero: a promise is oversold
         */
        public record Numbers(Quantity onHand, Quantity available, Quantity committed) {}
    }
}
