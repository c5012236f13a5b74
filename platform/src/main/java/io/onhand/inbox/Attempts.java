package io.onhand.inbox;

import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** When work that went wrong is tried again, and when no more. */
@Component
class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);
    private static final List<Duration> FIRST =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10));
    private static final Duration THEN = Duration.ofHours(1);

    /**
     * After a day of trying a person has to look: after so many attempts, and not sooner than a day
     * after the work came, because each message about a document has it tried at once.
     */
    static final int COUNT_MAX = FIRST.size() + 24;

    private static final Duration TRIED_MIN = Duration.ofDays(1);
    private static final Duration LOST_RACE_PAUSE = Duration.ofMillis(200);

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
        Instant now = clock.now();
        if (one.attempts() >= COUNT_MAX && !now.isBefore(one.since().plus(TRIED_MIN))) {
            giveUp.run();
            work.finish(List.of(one), now);
            return;
        }
        Duration pause = pauseAfter(one.attempts());
        Duration asked = shorter(atLeast, THEN);
        work.again(
                List.of(one),
                now.plus(pause.compareTo(asked) > 0 ? pause : asked),
                now.plus(asked));
    }

    /** Has work done soon with which nothing is wrong: it lost a race for rows. */
    void soon(List<Work> part) {
        log.info("{} pieces of work lost a race and are done soon", part.size());
        work.later(part, clock.now().plus(LOST_RACE_PAUSE));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Ends work that is done. */
    void end(List<Work> part) {
        Instant now = clock.now();
        work.finish(part, now);
        meters.done(part, now);
    }

    /**
     * The pause after a failure.
     *
     * @param before how often it had gone wrong before
     */
    private static Duration pauseAfter(int before) {
        return before < FIRST.size() ? FIRST.get(before) : THEN;
    }
}
