package onhand.plugins.square.standin;

import java.time.Duration;

/**
 * Square limits requests without saying how; this is so many a second and twice as many at once.
 */
final class RateLimit {

    private static final double NANOS = 1e9;

    private final int perSecond;
    private double left;
    private long last = System.nanoTime();

    RateLimit(int perSecond) {
        this.perSecond = perSecond;
        this.left = 2.0 * perSecond;
    }

    synchronized void take() {
        long now = System.nanoTime();
        left = Math.min(2.0 * perSecond, left + (now - last) / NANOS * perSecond);
        last = now;
        if (left < 1) {
            throw Refused.rate(Duration.ofSeconds(1));
        }
        left--;
    }
}
