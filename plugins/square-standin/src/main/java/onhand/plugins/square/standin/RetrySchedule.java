package onhand.plugins.square.standin;

import java.time.Duration;
import java.util.Optional;

/** When Square tries again to deliver: 11 times within 24 hours, here so many times faster. */
record RetrySchedule(int scale) {

    private static final int[] MINUTES = {1, 2, 4, 8, 16, 32, 60, 120, 240, 480, 480};

    /** The wait before the retry of this number, from 1; nothing when Square has given up. */
    Optional<Duration> before(int retry) {
        return retry > MINUTES.length
                ? Optional.empty()
                : Optional.of(Duration.ofMinutes(MINUTES[retry - 1]).dividedBy(scale));
    }
}
