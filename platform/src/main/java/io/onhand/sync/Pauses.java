package io.onhand.sync;

import java.time.Duration;

/**
 * How long a turn that went wrong is left alone: longer each time, and never shorter than asked.
 */
final class Pauses {

    /** What a vendor may ask for at most. */
    static final Duration ASKED_MAX = Duration.ofHours(1);

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int DOUBLINGS_MAX = 12;

    private Pauses() {}

    /**
     * The pause after a failure.
     *
     * @param first after the first one
     * @param attempts how often it went wrong before this
     */
    static Duration after(Duration first, int attempts, Duration atLeast) {
        Duration pause = first.multipliedBy(1L << Math.min(attempts, DOUBLINGS_MAX));
        Duration own = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        Duration asked = atLeast.compareTo(ASKED_MAX) > 0 ? ASKED_MAX : atLeast;
        return own.compareTo(asked) > 0 ? own : asked;
    }
}
