package io.onhand.tenancy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * How far the business clock runs ahead of the machine's: kept in the database, read twice a
 * second, never shrinking.
 */
@Component
public class ClockOffset implements DisposableBean {

    /** A moved offset is used by every program after this time. */
    public static final Duration SPREAD = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(ClockOffset.class);
    private static final long READ_EVERY_MS = 400;

    private final ClockQueries queries;
    private final ScheduledExecutorService reader =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("clock-offset").factory());
    private volatile Duration current;

    ClockOffset(ClockQueries queries) {
        this.queries = queries;
        this.current = queries.offset();
        reader.scheduleWithFixedDelay(
                this::refresh, READ_EVERY_MS, READ_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    Duration current() {
        return current;
    }

    /**
     * Moves the business clock forward and returns when every program uses the new offset.
     *
     * @param by zero or more
     */
    public void advance(Duration by) throws InterruptedException {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the business clock never runs backwards: " + by);
        }
        queries.advance(by);
        refresh();
        Thread.sleep(SPREAD);
    }

    private void refresh() {
        try {
            current = queries.offset();
        } catch (RuntimeException | Error e) {
            log.warn(
                    "The offset of the business clock could not be read; the last one stays in use",
                    e);
        }
    }

    @Override
    public void destroy() {
        reader.shutdownNow();
    }
}
