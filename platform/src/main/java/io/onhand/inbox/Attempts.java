package io.onhand.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When work that went wrong is tried again, and when no more. */
final class Attempts {

    private static final List<Duration> FIRST =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10));
    private static final Duration THEN = Duration.ofHours(1);

    /** After a day of trying a person has to look. */
    private static final int COUNT_MAX = FIRST.size() + 24;

    private Attempts() {}

    /**
     * The pause after a failure; empty when it was the last.
     *
     * @param before how often it had gone wrong before
     */
    static Optional<Duration> pauseAfter(int before) {
        if (before >= COUNT_MAX) {
            return Optional.empty();
        }
        return Optional.of(before < FIRST.size() ? FIRST.get(before) : THEN);
    }
}
