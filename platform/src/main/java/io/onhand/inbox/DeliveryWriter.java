package io.onhand.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.onhand.database.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps deliveries: those that wait at the same moment are kept in one transaction. A delivery that
 * was not kept in time is taken back before anybody writes it, so that what was refused is not
 * there.
 */
@Component
class DeliveryWriter implements SmartLifecycle {

    /** How long a message waits to be kept. */
    static final Duration WAIT_MAX = Duration.ofSeconds(3);

    /** Messages that may wait at a time; each has a thread that waits for it. */
    static final int QUEUE_MAX = 2_000;

    private static final int BATCH_MAX = 200;
    private static final int BATCH_BYTES_MAX = 4 * 1024 * 1024;
    private static final Duration RETRIED_MAX = Duration.ofSeconds(5);
    private static final Duration WRITING_MAX = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(DeliveryWriter.class);

    private final DeliveryDoorStatements statements;
    private final Nudge nudge;
    private final Retry retry;
    private final LinkedBlockingQueue<Entry> queue = new LinkedBlockingQueue<>(QUEUE_MAX);
    private volatile boolean running;
    private volatile Thread thread = Thread.ofPlatform().unstarted(() -> {});

    DeliveryWriter(
            DeliveryDoorStatements statements,
            Nudge nudge,
            Retry retry,
            ObjectProvider<MeterRegistry> registries) {
        this.statements = statements;
        this.nudge = nudge;
        this.retry = retry;
        registries.ifAvailable(
                registry ->
                        Gauge.builder("onhand.inbox.unwritten", queue, Collection::size)
                                .description("messages that wait to be kept")
                                .register(registry));
    }

    /** One message and who waits for it. Either the writer takes it or its sender takes it back. */
    private record Entry(
            NewDelivery delivery, CompletableFuture<Boolean> kept, AtomicBoolean taken) {

        boolean take() {
            return taken.compareAndSet(false, true);
        }
    }

    /** Keeps a delivery; false if it is not kept. */
    boolean keep(NewDelivery delivery) {
        var entry = new Entry(delivery, new CompletableFuture<>(), new AtomicBoolean());
        if (!running || !queue.offer(entry)) {
            return false;
        }
        try {
            return entry.kept().get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // it is being written: only its end tells whether it is there
            return !entry.take()
                    && Boolean.TRUE.equals(
                            entry.kept()
                                    .completeOnTimeout(
                                            false, WRITING_MAX.toMillis(), TimeUnit.MILLISECONDS)
                                    .join());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the writer completes with true or false", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("inbox-writer").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(WRITING_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    private void run() {
        while (running || !queue.isEmpty()) {
            try {
                write(next());
            } catch (InterruptedException e) {
                // stopping: what waits is still written
            }
        }
    }

    private List<Entry> next() throws InterruptedException {
        List<Entry> batch = new ArrayList<>();
        int bytes = 0;
        Entry entry = queue.poll(1, TimeUnit.SECONDS);
        while (entry != null) {
            if (entry.take()) {
                batch.add(entry);
                bytes += entry.delivery().body().length;
            }
            entry = batch.size() < BATCH_MAX && bytes < BATCH_BYTES_MAX ? queue.poll() : null;
        }
        return batch;
    }

    /** Again while it loses races, but not beyond the time that senders wait for it. */
    private void insert(List<NewDelivery> deliveries) {
        long end = System.nanoTime() + RETRIED_MAX.toNanos();
        retry.call(
                () -> {
                    if (System.nanoTime() > end) {
                        throw new IllegalStateException("no time is left to try again");
                    }
                    statements.insert(deliveries);
                    return deliveries;
                });
    }

    private void write(List<Entry> batch) {
        if (batch.isEmpty()) {
            return;
        }
        boolean kept = false;
        try {
            insert(batch.stream().map(Entry::delivery).toList());
            kept = true;
        } catch (RuntimeException | Error e) {
            log.warn("{} deliveries could not be kept; their senders are told", batch.size(), e);
        }
        for (Entry entry : batch) {
            entry.kept().complete(kept);
        }
        if (kept) {
            nudge.wake(Work.Kind.READ);
        }
    }
}
