package io.onhand.leases;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that looks for leased work from its start to its end, and others that do what it finds.
 * What goes wrong with a look, even a lack of memory, is told, and the next look follows: a program
 * whose loop ended would look ready and do nothing.
 */
public final class WorkLoop {

    private static final Duration BROKEN_PAUSE = Duration.ofMillis(250);
    private static final Logger log = LoggerFactory.getLogger(WorkLoop.class);

    private final String name;
    private final Source source;
    private final Duration stopMax;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread thread;
    private volatile boolean running = true;

    /** Where work comes from. */
    public interface Source {

        /**
         * Leases what is due and has it done by these workers.
         *
         * @return false if there was nothing, or no room for more
         */
        boolean takeSome(Executor workers);

        /** Waits until there may be something, for a while at most. */
        void await() throws InterruptedException;
    }

    /**
     * @param name of its thread
     * @param stopMax how long it waits at its end for work in hand
     */
    public WorkLoop(String name, Source source, Duration stopMax) {
        this.name = name;
        this.source = source;
        this.stopMax = stopMax;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /** Begins to look. */
    public void start() {
        thread.start();
    }

    /** Takes nothing more; what is in hand is ended, or its lease runs out. */
    public void stop() {
        running = false;
        thread.interrupt();
        workers.shutdown();
        try {
            thread.join(stopMax);
            if (!workers.awaitTermination(stopMax.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            try {
                look();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() throws InterruptedException {
        try {
            if (!source.takeSome(workers)) {
                source.await();
            }
        } catch (RuntimeException | Error e) {
            if (running) {
                log.warn("{} could not look for work; it goes on", name, e);
                Thread.sleep(BROKEN_PAUSE);
            }
        }
    }
}
