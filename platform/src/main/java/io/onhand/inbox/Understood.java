package io.onhand.inbox;

import io.onhand.channels.SourceEvent;
import io.onhand.exceptions.ExceptionKind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a plugin made of a delivery, once it was checked. */
sealed interface Understood {

    /**
     * It was read.
     *
     * @param vendorEventId where it stands in the body
     */
    record Read(@Nullable String vendorEventId, List<Part> parts) implements Understood {}

    /** Nothing in it can be read. */
    record Unreadable(String detail) implements Understood {}

    /** It is to be tried again, after so long at the earliest. */
    record Later(Duration atLeast) implements Understood {}

    /** A part of a delivery. */
    sealed interface Part {

        record Good(SourceEvent event) implements Part {}

        /**
         * A part that cannot become an event.
         *
         * @param externalId the document it is about, if that much is known
         */
        record Bad(ExceptionKind kind, @Nullable String externalId, String detail)
                implements Part {}
    }
}
