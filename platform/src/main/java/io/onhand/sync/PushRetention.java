package io.onhand.sync;

import io.onhand.leases.TenantJobs;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes what vendors were told long ago; the movements that it came from stay. */
@Component
class PushRetention {

    /** How long it is known of a change that comes back that it is our own. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final String NAME = "push-retention";
    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final int ROWS_PER_STEP_MAX = 1_000;

    private final PushRemovalStatements pushes;
    private final TenantTransactions transactions;
    private final BusinessClock clock;

    PushRetention(
            PushRemovalStatements pushes,
            TenantTransactions transactions,
            BusinessClock clock,
            TenantJobs jobs) {
        this.pushes = pushes;
        this.transactions = transactions;
        this.clock = clock;
        jobs.every(EVERY, NAME, EVERY, this::remove);
    }

    /** Removes what is too old of the current tenant. */
    void remove() {
        Instant before = clock.now().minus(KEPT);
        int removed;
        do {
            removed = transactions.write(() -> pushes.changes(before, ROWS_PER_STEP_MAX));
        } while (removed == ROWS_PER_STEP_MAX);
        do {
            removed = transactions.write(() -> pushes.pushes(before, ROWS_PER_STEP_MAX));
        } while (removed == ROWS_PER_STEP_MAX);
    }
}
