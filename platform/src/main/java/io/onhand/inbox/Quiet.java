package io.onhand.inbox;

import io.onhand.stock.SourceId;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Whether all that a connection told was worked on. */
@Component
public class Quiet {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final WorkQueries work;

    Quiet(WorkQueries work) {
        this.work = work;
    }

    /** Waits until nothing of a connection waits; false if something still does after this long. */
    public boolean await(SourceId connection, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        boolean waits = work.waits(connection);
        while (waits && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            waits = work.waits(connection);
        }
        return !waits;
    }
}
