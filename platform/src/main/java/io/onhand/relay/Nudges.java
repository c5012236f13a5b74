package io.onhand.relay;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a reader wait until somebody says that there is something, but never for long. */
final class Nudges {

    private final Semaphore given = new Semaphore(0);

    void give() {
        if (given.availablePermits() == 0) {
            given.release();
        }
    }

    void await(Duration patience) throws InterruptedException {
        given.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        given.drainPermits();
    }
}
