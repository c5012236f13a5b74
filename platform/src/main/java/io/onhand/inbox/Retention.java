package io.onhand.inbox;

import io.onhand.leases.TenantJobs;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntUnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Clears the raw part of old deliveries, and forgets them when they are much older; the postings
 * that they led to stay. What waits, or needs a person, stays as it came until it is settled:
 * nothing else may tell what happened. Of refused messages there is never more than a few.
 */
@Component
class Retention {

    /** How long a message stays as it came. */
    static final Duration RAW_KEPT = Duration.ofDays(90);

    /** How long it is known that there was a message, and what became of it. */
    static final Duration KEPT = Duration.ofDays(2 * 365);

    private static final String NAME = "delivery-retention";
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int ROWS_PER_STEP_MAX = 500;

    private final RetentionStatements deliveries;
    private final TenantTransactions transactions;
    private final BusinessClock clock;

    Retention(
            RetentionStatements deliveries,
            TenantTransactions transactions,
            BusinessClock clock,
            TenantJobs jobs) {
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.clock = clock;
        jobs.every(EVERY, NAME, EVERY, this::clear);
    }

    /** Clears and forgets what is too old of the current tenant. */
    void clear() {
        Instant now = clock.now();
        inSteps(limit -> deliveries.clearRaw(now.minus(RAW_KEPT), limit));
        inSteps(limit -> deliveries.forget(now.minus(KEPT), limit));
    }

    private void inSteps(IntUnaryOperator step) {
        int done;
        do {
            done = transactions.write(() -> step.applyAsInt(ROWS_PER_STEP_MAX));
        } while (done == ROWS_PER_STEP_MAX);
    }
}
