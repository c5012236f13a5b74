package onhand.plugins.square.standin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What may go wrong with a request, whatever it asks. */
public sealed interface Fault {

    /** 401: the token was good once; a refreshed one is needed. */
    record TokenExpired() implements Fault {}

    /** 401: the merchant took the access back. */
    record TokenRevoked() implements Fault {}

    /**
     * 429.
     *
     * @param retryAfter told in whole seconds; not told when null
     */
    record RateLimited(@Nullable Duration retryAfter) implements Fault {}

    /** 500, although everything asked for was done. */
    record ErrorAfterEffect() implements Fault {}

    /**
     * Everything asked for is done, and nothing is answered: the connection is closed after a time.
     *
     * @param hold how long the asker is left waiting
     */
    record SilenceAfterEffect(Duration hold) implements Fault {}

    /** 503, and nothing was done. */
    record Unavailable() implements Fault {}

    /** 400: the cursor is of yesterday. */
    record InvalidCursor() implements Fault {}

    /** 400: as if the key had come with another body. */
    record KeyReused() implements Fault {}

    /** 400: as if the change had happened too long ago, or in the future. */
    record OccurredAtRefused() implements Fault {}
}
