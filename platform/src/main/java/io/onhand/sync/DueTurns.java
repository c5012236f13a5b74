package io.onhand.sync;

import io.onhand.leases.WorkLoop;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes turns of one kind as they come due; connections do not wait for each other. */
class DueTurns implements WorkLoop.Source {

    /** Turns that this program does at a time. */
    static final int TOGETHER_MAX = 32;

    /** How long what is in hand has at the end. */
    static final Duration STOP_MAX = Duration.ofSeconds(12);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration BROKEN_PAUSE = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(DueTurns.class);

    private final Task task;
    private final TurnStatements turns;
    private final MachineClock clock;
    private final Semaphore woken;
    private final Semaphore room = new Semaphore(TOGETHER_MAX);

    DueTurns(Task task, TurnStatements turns, MachineClock clock, Semaphore woken) {
        this.task = task;
        this.turns = turns;
        this.clock = clock;
        this.woken = woken;
    }

    @Override
    public void await() throws InterruptedException {
        if (woken.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            woken.drainPermits();
        }
    }

    @Override
    public boolean takeSome(Executor workers) {
        int free = room.drainPermits();
        List<Turn> leased = List.of();
        try {
            if (free > 0) {
                Instant now = clock.now();
                leased = turns.lease(task.kind(), free, now, now.plus(Hold.LEASE));
            }
        } finally {
            room.release(free - leased.size());
        }
        leased.forEach(turn -> workers.execute(() -> handOut(turn)));
        return !leased.isEmpty();
    }

    private void handOut(Turn turn) {
        try {
            work(turn);
        } catch (RuntimeException e) {
            log.warn("A turn was left; its lease runs out", e);
        } finally {
            room.release();
            woken.release();
        }
    }

    private void work(Turn turn) {
        var act = Act.ofJob("sync", turn.connection().value().toString());
        CurrentTenant.run(
                turn.tenant(),
                act,
                () -> {
                    Task.Next next;
                    try {
                        next = task.work(new Hold(turn, turns, clock));
                    } catch (RuntimeException e) {
                        log.warn("A turn went wrong; it comes again", e);
                        var pause = Pauses.after(BROKEN_PAUSE, turn.attempts(), Duration.ZERO);
                        next = new Task.Next(clock.now().plus(pause), turn.attempts() + 1);
                    }
                    turns.end(turn, clock.now(), next.due(), next.attempts());
                });
    }
}
