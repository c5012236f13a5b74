package io.onhand.sync;

import io.onhand.leases.Jobs;
import io.onhand.leases.Leases;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.TenantTransactions;
import io.onhand.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes what vendors were told long ago; the movements that it came from stay. */
@Component
class PushRetention {

    /** How long it is known of a change that comes back that it is our own. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final String NAME = "push-retention";
    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final int ROWS_PER_STEP_MAX = 1_000;
    private static final Logger log = LoggerFactory.getLogger(PushRetention.class);

    private final PushRemovalStatements pushes;
    private final TenantTransactions transactions;
    private final Tenants tenants;
    private final Leases leases;
    private final BusinessClock clock;

    PushRetention(
            PushRemovalStatements pushes,
            TenantTransactions transactions,
            Tenants tenants,
            Leases leases,
            BusinessClock clock,
            Jobs jobs) {
        this.pushes = pushes;
        this.transactions = transactions;
        this.tenants = tenants;
        this.leases = leases;
        this.clock = clock;
        jobs.every(EVERY, NAME, this::run);
    }

    private void run() {
        if (leases.take(NAME, EVERY)) {
            tenants.all().forEach(this::remove);
        }
    }

    private void remove(TenantId tenant) {
        try {
            var act = Act.ofJob(NAME, UUID.randomUUID().toString());
            CurrentTenant.run(tenant, act, this::remove);
        } catch (RuntimeException e) {
            log.warn("What vendors of {} were told stays until the next run", tenant, e);
        }
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
