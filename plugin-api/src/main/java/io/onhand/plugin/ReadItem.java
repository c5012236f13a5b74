package io.onhand.plugin;

import org.jspecify.annotations.Nullable;

/** A part of a message. */
public sealed interface ReadItem {

    /** It tells that something happened. */
    record Told(PosEvent event) implements ReadItem {}

    /**
     * It should tell something and cannot be read.
     *
     * @param externalId the document that it is about, if that much can be read
     * @param detail a sentence for people that says what is wrong
     */
    record Unreadable(@Nullable String externalId, String detail) implements ReadItem {}
}
