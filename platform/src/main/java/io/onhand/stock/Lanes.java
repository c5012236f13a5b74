package io.onhand.stock;

import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The threads that post what waits. A lane takes what is there, posts it, and looks again; it never
 * waits for a batch to fill.
 */
@Component
class Lanes implements SmartLifecycle {

    /** How long a stopping program goes on posting what had been let in. */
    static final Duration STOP_WAIT_MAX = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Lanes.class);

    private final BatchWriter writer;
    private final ApplicationEventPublisher events;
    private final WaitingRoom room;
    private final LaneMeters meters;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Lanes(
            BatchWriter writer,
            LedgerSettings settings,
            LaneMeters meters,
            ApplicationEventPublisher events) {
        this.writer = writer;
        this.events = events;
        this.room = new WaitingRoom(settings.lanes());
        this.meters = meters;
        meters.watch(room);
    }

    /**
     * Queues a request.
     *
     * @param tenant the tenant of all postings
     * @throws QueueFull when there is no room for all of it
     */
    List<CompletableFuture<Outcome>> enter(TenantId tenant, List<Posting> postings) {
        long now = System.nanoTime();
        List<Waiting> request =
                postings.stream().map(posting -> new Waiting(posting, now)).toList();
        room.enter(tenant, request);
        return request.stream().map(Waiting::outcome).toList();
    }

    @Override
    public void start() {
        room.open();
        for (int lane = 0; lane < room.lanes(); lane++) {
            int number = lane;
            threads.add(
                    Thread.ofPlatform()
                            .daemon()
                            .name("ledger-lane-" + number)
                            .start(() -> run(number)));
        }
        running = true;
    }

    @Override
    public void stop() {
        room.close();
        long end = System.nanoTime() + STOP_WAIT_MAX.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        fail(room.failed(room.clear()), WaitingRoom.stopping());
        threads.clear();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the doors open, and after they have closed. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run(int lane) {
        try {
            List<Waiting> batch = room.take(lane);
            while (!batch.isEmpty()) {
                post(batch);
                batch = room.take(lane);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Whatever happens, each posting of the batch gets its outcome or the reason why it has none.
     */
    private void post(List<Waiting> batch) {
        meters.taken(batch);
        List<Outcome> outcomes;
        try {
            outcomes = writer.post(batch.stream().map(Waiting::posting).toList());
        } catch (RuntimeException | Error e) {
            log.error("A batch of {} postings was not posted", batch.size(), e);
            fail(room.failed(batch), e);
            return;
        }
        room.posted(batch);
        tell(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).outcome().complete(outcomes.get(i));
        }
    }

    /**
     * What a listener does wrong is no reason to end the lane, nor to keep its postings waiting.
     */
    private void tell(int posted) {
        try {
            events.publishEvent(new BatchPosted(posted));
        } catch (RuntimeException | Error e) {
            log.error("A listener failed when {} postings were posted", posted, e);
        }
    }

    private static void fail(List<Waiting> postings, Throwable reason) {
        postings.forEach(posting -> posting.outcome().completeExceptionally(reason));
    }
}
