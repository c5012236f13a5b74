package io.onhand.web.security;

import io.onhand.tenancy.Limits;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * A bucket of tokens for each caller: a request takes one, and they come back at a steady rate. Per
 * program, so several programs together let through more.
 */
@Component
class RateLimit {

    static final int REQUESTS_PER_SECOND_MAX = 100;
    static final int BURST_MAX = 200;

    /** Callers remembered at a time; full buckets need no memory. */
    private static final int CALLERS_MAX = 10_000;

    private static final long MICROS_PER_TOKEN = 1_000_000L / REQUESTS_PER_SECOND_MAX;
    private static final Duration TIME_TO_FILL =
            Duration.ofMillis(BURST_MAX * 1_000L / REQUESTS_PER_SECOND_MAX);

    private final MachineClock clock;
    private final boolean on;

    /** When each caller's bucket will be full again. */
    private final Map<String, Instant> fullAt = new ConcurrentHashMap<>();

    RateLimit(MachineClock clock, Limits limits) {
        this.clock = clock;
        this.on = limits.hold();
    }

    /** Takes a token of the caller's; false if there is none. */
    boolean admits(String caller) {
        if (!on) {
            return true;
        }
        Instant now = clock.now();
        if (fullAt.size() > CALLERS_MAX) {
            fullAt.values().removeIf(full -> !full.isAfter(now));
        }
        var admitted = new boolean[1];
        fullAt.compute(
                caller,
                (key, full) -> {
                    Instant from = full == null || full.isBefore(now) ? now : full;
                    Instant next = from.plusNanos(MICROS_PER_TOKEN * 1_000);
                    admitted[0] = !next.isAfter(now.plus(TIME_TO_FILL));
                    return admitted[0] ? next : from;
                });
        return admitted[0];
    }
}
