package io.onhand.inbox;

import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When work that went wrong is tried again, and when no more. */
@Component
class Attempts {

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

    private final WorkStatements work;
    private final InboxMeters meters;
    private final MachineClock clock;

    Attempts(WorkStatements work, InboxMeters meters, MachineClock clock) {
        this.work = work;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Has work that went wrong tried again, or given up and ended when this was the last attempt.
     *
     * @param atLeast the shortest pause before the next attempt, of which an hour counts at most
     */
    void again(Work one, Duration atLeast, Runnable giveUp) {
        meters.failed();
        Optional<Duration> pause = pauseAfter(one.attempts());
        if (pause.isEmpty()) {
            giveUp.run();
            work.finish(List.of(one), clock.now());
            return;
        }
        Duration asked = shorter(atLeast, THEN);
        Duration longer = pause.get().compareTo(asked) > 0 ? pause.get() : asked;
        work.giveBack(List.of(one), clock.now().plus(longer), 1);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * The pause after a failure; empty when it was the last.
     *
     * @param before how often it had gone wrong before
     */
    private static Optional<Duration> pauseAfter(int before) {
        if (before >= COUNT_MAX) {
            return Optional.empty();
        }
        return Optional.of(before < FIRST.size() ? FIRST.get(before) : THEN);
    }
}
