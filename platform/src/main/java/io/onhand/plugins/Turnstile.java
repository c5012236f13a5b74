package io.onhand.plugins;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets the asks of one connection pass: a few at a time, and so many a second. */
final class Turnstile {

    /** Asks of a connection at a time. */
    static final int PARALLEL_MAX = 8;

    /** Asks of a connection a second, and as many at once after a pause. */
    static final int RATE_PER_SECOND_MAX = 40;

    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(1) / RATE_PER_SECOND_MAX;
    private static final long BURST_NANOS = TimeUnit.SECONDS.toNanos(1) - STEP_NANOS;

    private final Semaphore places = new Semaphore(PARALLEL_MAX, true);
    private long next = System.nanoTime() - BURST_NANOS;

    /**
     * Waits for a place and for its turn.
     *
     * @param limited whether the rate holds
     * @return false if there is none in time; otherwise {@link #leave} has to follow
     */
    boolean enter(Duration longest, boolean limited) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        if (!places.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        boolean entered = false;
        try {
            entered = !limited || turn(end);
        } finally {
            if (!entered) {
                places.release();
            }
        }
        return entered;
    }

    private boolean turn(long end) throws InterruptedException {
        long wait = book(System.nanoTime(), end);
        if (wait < 0) {
            return false;
        }
        TimeUnit.NANOSECONDS.sleep(wait);
        return true;
    }

    /** How long to wait for the next free turn; negative, and none taken, if it comes too late. */
    private synchronized long book(long now, long end) {
        long earliest = now - BURST_NANOS;
        long turn = next - earliest > 0 ? next : earliest;
        if (turn - end > 0) {
            return -1;
        }
        next = turn + STEP_NANOS;
        return Math.max(0, turn - now);
    }

    void leave() {
        places.release();
    }

    /** Whether nobody is inside, so that it can be forgotten. */
    boolean isEmpty() {
        return places.availablePermits() == PARALLEL_MAX;
    }
}
