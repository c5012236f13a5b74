package io.onhand.plugin;

import org.jspecify.annotations.Nullable;

/** A part of what a message, or a document of the vendor, tells. */
public sealed interface ReadItem {

    /**
     * It tells that something happened.
     *
     * @param detail what of it moves no stock and why, a sentence for people; null for nothing
     */
    record Told(PosEvent event, @Nullable String detail) implements ReadItem {}

    /** It only says that this document is new or has changed. */
    record Hint(DocumentKey key) implements ReadItem {}

    /**
     * It says that something changed at the vendor that no document names: Onhand asks for it soon,
     * however often it is said.
     */
    record Changed(What what) implements ReadItem {

        /** What may change. */
        public enum What {
            /** Items: {@link PosConnector#catalogue} is asked. */
            CATALOGUE,
            /** The access that the connection has: a call tells whether it still works. */
            ACCESS
        }
    }

    /** It says what the vendor takes its stock to be. Compared, never applied. */
    record Observed(Observation observation) implements ReadItem {}

    /**
     * It tells of a change that Onhand made itself.
     *
     * @param change the {@link StockChange#key()} of it
     */
    record Echo(String change) implements ReadItem {}

    /**
     * It is understood, and moves nothing.
     *
     * @param externalId the document that it is about, if there is one
     * @param detail why, a sentence for people
     */
    record Nothing(@Nullable String externalId, String detail) implements ReadItem {}

    /**
     * It should tell something and cannot be read.
     *
     * @param externalId the document that it is about, if that much can be read
     * @param detail a sentence for people that says what is wrong
     */
    record Unreadable(@Nullable String externalId, String detail) implements ReadItem {}
}
