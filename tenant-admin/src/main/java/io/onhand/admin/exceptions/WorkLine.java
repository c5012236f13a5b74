package io.onhand.admin.exceptions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception as people read it.
 *
 * @param kind its word, for its name in the messages
 * @param subject what it is about
 * @param detail a sentence
 * @param since when it came up, in UTC
 * @param href where its numbers are explained, if it is about a level
 * @param actions the words of what settles it
 */
public record WorkLine(
        String id,
        String kind,
        String subject,
        String detail,
        String since,
        long count,
        boolean open,
        @Nullable String href,
        List<String> actions) {}
