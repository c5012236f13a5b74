package io.onhand.relay;

import io.onhand.database.Retry;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Clears the outbox of what everybody has had for a while. */
@Component
class OutboxRetention {

    static final Duration KEPT = Duration.ofMinutes(15);
    static final Duration EVERY = Duration.ofMinutes(1);
    static final int ROWS_PER_BATCH_MAX = 1_000;

    private static final Logger log = LoggerFactory.getLogger(OutboxRetention.class);

    private final OutboxQueries outbox;
    private final Retry retry;

    OutboxRetention(OutboxQueries outbox, Retry retry) {
        this.outbox = outbox;
        this.retry = retry;
    }

    /**
     * Deletes what is old enough and nobody waits for, in batches.
     *
     * @param handedTo up to when everything was handed out
     */
    void clear(Short[] shards, Instant handedTo) {
        var before = handedTo.minus(KEPT);
        long deleted = 0;
        int batch;
        do {
            batch = retry.call(() -> outbox.deleteBefore(shards, before, ROWS_PER_BATCH_MAX));
            deleted += batch;
        } while (batch == ROWS_PER_BATCH_MAX);
        if (deleted > 0) {
            log.debug("Deleted {} rows of the outbox", deleted);
        }
    }
}
