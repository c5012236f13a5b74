package io.onhand.web.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values of query parameters; what cannot be read is {@code malformed}. */
public final class QueryValues {

    private QueryValues() {}

    /**
     * A time in UTC, or what stands for it where the parameter is absent.
     *
     * @throws Refusal {@code malformed}
     */
    public static Instant time(String name, @Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        Instant time = Scalars.parseTime(text);
        if (time == null) {
            throw Query.malformed(name + " is a time such as 2026-11-25T09:30:00Z.");
        }
        return time;
    }

    /**
     * The value that a word names.
     *
     * @param words all there are
     * @param word the word of each
     * @throws Refusal {@code malformed}
     */
    public static <T> T word(String name, String text, T[] words, Function<T, String> word) {
        List<String> known = Arrays.stream(words).map(word).toList();
        int index = known.indexOf(text);
        if (index < 0) {
            throw Query.malformed(name + " is one of " + String.join(", ", known) + ".");
        }
        return words[index];
    }
}
