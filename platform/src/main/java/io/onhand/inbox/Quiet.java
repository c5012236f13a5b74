package io.onhand.inbox;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Whether all that a connection told was worked on. */
@Component
public class Quiet {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /** Work on what came leads to work of the next kind, which is asked for before it ends. */
    private static final int STAGES = Work.Kind.values().length;

    private final WorkQueries work;
    private final MachineClock clock;

    Quiet(WorkQueries work, MachineClock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Waits until nothing waits that a connection has told by now; false if something still does
     * after this long. A connection that goes on telling has its quiet, too.
     */
    public boolean await(SourceId connection, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        boolean done = true;
        for (int stage = 0; done && stage < STAGES; stage++) {
            done = isDone(connection, clock.now(), end);
        }
        return done;
    }

    private boolean isDone(SourceId connection, Instant asked, long end) {
        boolean waits = work.waits(connection, asked);
        while (waits && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            waits = work.waits(connection, asked);
        }
        return !waits;
    }
}
