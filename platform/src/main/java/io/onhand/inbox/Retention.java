package io.onhand.inbox;

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

/**
 * Clears the raw part of old deliveries; what they told and what became of it stays. Of refused
 * messages there is never more than a few.
 */
@Component
class Retention {

    /** How long a message stays as it came. */
    static final Duration RAW_KEPT = Duration.ofDays(90);

    private static final String NAME = "delivery-retention";
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int ROWS_PER_STEP_MAX = 500;
    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final DeliveryStatements deliveries;
    private final TenantTransactions transactions;
    private final Tenants tenants;
    private final Leases leases;
    private final BusinessClock clock;

    Retention(
            DeliveryStatements deliveries,
            TenantTransactions transactions,
            Tenants tenants,
            Leases leases,
            BusinessClock clock,
            Jobs jobs) {
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.tenants = tenants;
        this.leases = leases;
        this.clock = clock;
        jobs.every(EVERY, NAME, this::run);
    }

    private void run() {
        if (leases.take(NAME, EVERY)) {
            tenants.all().forEach(this::clear);
        }
    }

    private void clear(TenantId tenant) {
        try {
            var act = Act.ofJob(NAME, UUID.randomUUID().toString());
            CurrentTenant.run(tenant, act, this::clear);
        } catch (RuntimeException e) {
            log.warn("Old deliveries of {} stay until the next run", tenant, e);
        }
    }

    /** Clears what is too old of the current tenant. */
    void clear() {
        Instant before = clock.now().minus(RAW_KEPT);
        int cleared;
        do {
            cleared = transactions.write(() -> deliveries.clearRaw(before, ROWS_PER_STEP_MAX));
        } while (cleared == ROWS_PER_STEP_MAX);
    }
}
