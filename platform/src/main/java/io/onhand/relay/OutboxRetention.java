package io.onhand.relay;

import io.onhand.database.Retry;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Clears the outbox of what every screen has had time to read. Several programs may do it. */
@Component
class OutboxRetention {

    static final Duration KEPT = Duration.ofMinutes(15);
    static final Duration EVERY = Duration.ofMinutes(1);
    static final int ROWS_PER_BATCH_MAX = 1_000;

    private static final Logger log = LoggerFactory.getLogger(OutboxRetention.class);

    private final OutboxQueries outbox;
    private final MachineClock clock;
    private final Retry retry;

    OutboxRetention(OutboxQueries outbox, MachineClock clock, Retry retry) {
        this.outbox = outbox;
        this.clock = clock;
        this.retry = retry;
    }

    /** Deletes what is too old, in batches. */
    void clear() {
        var before = clock.now().minus(KEPT);
        long deleted = 0;
        int batch;
        do {
            batch = retry.call(() -> outbox.deleteBefore(before, ROWS_PER_BATCH_MAX));
            deleted += batch;
        } while (batch == ROWS_PER_BATCH_MAX);
        if (deleted > 0) {
            log.debug("Deleted {} rows of the outbox", deleted);
        }
    }
}
