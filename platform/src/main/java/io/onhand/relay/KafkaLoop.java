package io.onhand.relay;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread with a consumer, which is opened anew after whatever went wrong with it. */
final class KafkaLoop {

    /** How long one look at the broker waits for rows. */
    static final Duration POLL = Duration.ofMillis(250);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(1);
    private static final Duration STOP_MAX = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(KafkaLoop.class);

    private final String name;
    private final Supplier<Consumer<byte[], byte[]>> opening;
    private final Pass pass;
    private @Nullable Thread thread;
    private volatile boolean running;
    private volatile boolean failing;

    /** A look at what the broker has. */
    interface Pass {
        void look(Consumer<byte[], byte[]> consumer);
    }

    /**
     * @param opening opens a consumer that knows what to read
     */
    KafkaLoop(String name, Supplier<Consumer<byte[], byte[]>> opening, Pass pass) {
        this.name = name;
        this.opening = opening;
        this.pass = pass;
    }

    void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    private void run() {
        while (running) {
            try {
                readOn();
            } catch (RuntimeException | Error e) {
                fail(e);
                pause();
            }
        }
    }

    private void readOn() {
        Consumer<byte[], byte[]> consumer = opening.get();
        try {
            while (running) {
                pass.look(consumer);
                failing = false;
            }
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE_MAX));
        }
    }

    private void fail(Throwable e) {
        if (!failing && running) {
            failing = true;
            log.warn("{} cannot go on for the moment", name, e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        running = false;
        Thread stopping = thread;
        if (stopping != null) {
            try {
                stopping.join(STOP_MAX);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    boolean isRunning() {
        return running;
    }
}
