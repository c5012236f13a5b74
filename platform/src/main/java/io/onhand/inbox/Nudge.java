package io.onhand.inbox;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the drains of this program; what it misses, their next look finds. */
@Component
class Nudge {

    private final Map<Work.Kind, Semaphore> woken = new EnumMap<>(Work.Kind.class);

    Nudge() {
        for (Work.Kind kind : Work.Kind.values()) {
            woken.put(kind, new Semaphore(0));
        }
    }

    void wake(Work.Kind kind) {
        Semaphore permits = permits(kind);
        if (permits.availablePermits() == 0) {
            permits.release();
        }
    }

    /** Waits until woken, at most so long. */
    void await(Work.Kind kind, Duration atMost) throws InterruptedException {
        if (permits(kind).tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            permits(kind).drainPermits();
        }
    }

    private Semaphore permits(Work.Kind kind) {
        return Objects.requireNonNull(woken.get(kind));
    }
}
