package io.onhand.exceptions;

import java.util.Map;

/**
 * Something that a person should settle, as whoever met it describes it.
 *
 * @param kind what kind of work
 * @param subject about what; kind and subject together are one exception while it is open
 * @param detail a sentence for people, at most {@link #DETAIL_LENGTH_MAX} characters
 * @param links what it concerns, each by its name: {@code connection}, {@code sku} …
 */
public record Finding(
        ExceptionKind kind, Subject subject, String detail, Map<String, String> links) {

    public static final int DETAIL_LENGTH_MAX = 2_000;

    public Finding {
        links = Map.copyOf(links);
        if (detail.length() > DETAIL_LENGTH_MAX) {
            throw new IllegalArgumentException("detail of " + detail.length() + " characters");
        }
    }

    Topic topic() {
        return new Topic(kind, subject);
    }

    /**
     * What is unique among open exceptions.
     *
     * @param kind what kind of work
     * @param subject about what
     */
    record Topic(ExceptionKind kind, Subject subject) {}
}
