package io.onhand.inbox;

import java.time.Duration;

/** What a hook is to answer. */
public sealed interface Reception {

    /** It is durable. */
    record Kept() implements Reception {}

    /** It was not proven that the connection's sender sent it. */
    record BadSignature(String reason) implements Reception {}

    /** It could not be kept; nothing of it is there. */
    record NotNow(Duration retryAfter) implements Reception {}
}
