package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import org.jspecify.annotations.Nullable;

/** One line of a posting: what it says about one level. */
public sealed interface Line {

    /** Its place in the posting, from 1. */
    int no();

    /** The sender's own id of the line; {@code "1"}, {@code "2"} … where it sent none. */
    String line();

    LocationId location();

    VariantId variant();

    /**
     * A signed change of an account.
     *
     * @param quantity what the account changes by; zero is allowed and posts a movement
     * @param bucket the kind of unavailable stock; null for other accounts
     * @param reason a reason code; obligatory for adjustments
     */
    record Change(
            int no,
            String line,
            LocationId location,
            VariantId variant,
            Account account,
            @Nullable String bucket,
            Quantity quantity,
            @Nullable String reason)
            implements Line {

        Change withNo(int number) {
            return new Change(number, line, location, variant, account, bucket, quantity, reason);
        }

        Change withQuantity(Quantity other) {
            return new Change(no, line, location, variant, account, bucket, other, reason);
        }
    }

    /**
     * An assertion of what was on hand at the posting's time.
     *
     * @param counted zero or more
     */
    record Count(int no, String line, LocationId location, VariantId variant, Quantity counted)
            implements Line {}

    /**
     * Gives back what is left of a promise at one level. Nothing but these in its posting.
     *
     * @param reservation the promise
     * @param end why it ends: {@code RELEASED} or {@code EXPIRED}
     */
    record Release(
            int no,
            String line,
            LocationId location,
            VariantId variant,
            ReservationId reservation,
            ReservationState end)
            implements Line {}

    /**
     * A request to promise stock; only in a posting with a {@link Promise}.
     *
     * @param quantity more than zero
     */
    record Grant(int no, String line, LocationId location, VariantId variant, Quantity quantity)
            implements Line {}
}
