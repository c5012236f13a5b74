package io.onhand.web.api;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The answer to a write: made now, or given before to the same request.
 *
 * @param <T> the body that callers see
 */
public sealed interface Answer<T> {

    /**
     * Made now, or made again from what was kept by other means.
     *
     * @param location where what was made can be read; null if nothing was
     * @param replayed whether the same request was answered before
     */
    record Made<T>(int status, @Nullable URI location, T body, boolean replayed)
            implements Answer<T> {}

    /**
     * Kept from the first time.
     *
     * @param body as it was written then
     */
    record Kept<T>(int status, @Nullable URI location, JsonNode body) implements Answer<T> {}

    /**
     * Something was made: 201.
     *
     * @param path where it can be read
     */
    static <T> Answer<T> created(String path, T body) {
        return new Made<>(201, URI.create(path), body, false);
    }

    /** Something was done: 200. */
    static <T> Answer<T> done(T body) {
        return new Made<>(200, null, body, false);
    }

    /** Something will be done: 202. */
    static <T> Answer<T> accepted(T body) {
        return new Made<>(202, null, body, false);
    }
}
