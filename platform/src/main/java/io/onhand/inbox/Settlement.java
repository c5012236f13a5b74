package io.onhand.inbox;

import io.onhand.catalog.VariantId;
import io.onhand.exceptions.SettlingAction;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import org.jspecify.annotations.Nullable;

/** How a person settles an exception. */
public sealed interface Settlement {

    /** The name that was not known means this item, from now on. */
    record MapVariant(VariantId variant) implements Settlement {}

    /** The name that was not known means this place, from now on. */
    record MapLocation(LocationId location) implements Settlement {}

    /** It is not worth more work; what waits for it is given up. */
    record Ignore(@Nullable String reason) implements Settlement {}

    /** Its cause may be gone. */
    record Retry() implements Settlement {}

    /**
     * Where a till shows another number, a person went and counted.
     *
     * @param counted what is there, zero or more
     */
    record CountIt(Quantity counted) implements Settlement {

        public CountIt {
            if (counted.signum() < 0) {
                throw new IllegalArgumentException("a count of " + counted);
            }
        }
    }

    /** Where a till shows another number, that one is right. */
    record TakeTheirs() implements Settlement {}

    /** Where a till shows another number, ours is right. */
    record PushOurs() implements Settlement {}

    /** What it is called. */
    default SettlingAction action() {
        return switch (this) {
            case MapVariant _ -> SettlingAction.MAP_VARIANT;
            case MapLocation _ -> SettlingAction.MAP_LOCATION;
            case Ignore _ -> SettlingAction.IGNORE;
            case Retry _ -> SettlingAction.RETRY;
            case CountIt _ -> SettlingAction.COUNT_IT;
            case TakeTheirs _ -> SettlingAction.TAKE_THEIRS;
            case PushOurs _ -> SettlingAction.PUSH_OURS;
        };
    }
}
