package io.onhand.inbox;

import io.onhand.channels.SourceEvent;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Observation;
import io.onhand.plugin.ReadItem;
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

        /**
         * An event.
         *
         * @param detail what of it moves nothing, and why
         */
        record Good(SourceEvent event, @Nullable String detail) implements Part {}

        /** A document that is to be asked for. */
        record Hint(DocumentKey key) implements Part {}

        /** Something changed that is to be asked for. */
        record Changed(ReadItem.Changed.What what) implements Part {}

        /** What the sender takes its stock to be. */
        record Seen(Observation observation) implements Part {}

        /** A change of our own that comes back, by its key. */
        record Echo(String change) implements Part {}

        /** It moves nothing. */
        record Quiet(@Nullable String externalId, String detail) implements Part {}

        /**
         * A part that cannot become an event.
         *
         * @param externalId the document it is about, if that much is known
         */
        record Bad(ExceptionKind kind, @Nullable String externalId, String detail)
                implements Part {}
    }
}
