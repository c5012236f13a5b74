package io.onhand.exceptions;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What an exception is about, in a form that people can read and that no other thing shares.
 *
 * @param text its parts joined by {@code /}; at most {@link #LENGTH_MAX} characters
 */
public record Subject(String text) {

    public static final int LENGTH_MAX = 600;

    public Subject {
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("subject of " + text.length() + " characters");
        }
    }

    /** Joins names; a slash inside a name is written {@code ~1} and a tilde {@code ~0}. */
    public static Subject of(String... parts) {
        return new Subject(
                Arrays.stream(parts)
                        .map(part -> part.replace("~", "~0").replace("/", "~1"))
                        .collect(Collectors.joining("/")));
    }

    @Override
    public String toString() {
        return text;
    }
}
