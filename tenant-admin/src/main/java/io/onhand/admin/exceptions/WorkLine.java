package io.onhand.admin.exceptions;

import org.jspecify.annotations.Nullable;

/**
 * An exception as people read it.
 *
 * @param kind its word, for its name in the messages
 * @param subject what it is about
 * @param detail a sentence
 * @param since when it came up, by the clock of the list
 * @param last when it came the last time
 * @param exact when it came up, with the zone
 * @param connection the code of the connection that told of it; empty for none
 * @param delivery the message that it is about, or null
 * @param href where its numbers are explained, if it is about a level
 * @param owner what the person is called who looks after it; empty for nobody
 */
public record WorkLine(
        String id,
        String kind,
        String subject,
        String detail,
        String since,
        String last,
        String exact,
        long count,
        boolean open,
        String connection,
        @Nullable String delivery,
        @Nullable String href,
        String owner) {}
