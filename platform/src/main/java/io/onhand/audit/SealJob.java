package io.onhand.audit;

import io.onhand.leases.Jobs;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Seals every tenant's new entries once a minute. What is sealed is at least one run old: an entry
 * takes its time before its transaction commits, and none may slip in behind a seal. Two programs
 * that seal at once make one seal, the other one's transaction loses the race.
 */
@Component
class SealJob {

    private static final Logger log = LoggerFactory.getLogger(SealJob.class);
    private static final String NAME = "audit-seal";
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final AuditSeals seals;
    private final Tenants tenants;
    private final BusinessClock clock;
    private @Nullable Instant lastRun;

    SealJob(AuditSeals seals, Tenants tenants, BusinessClock clock, Jobs jobs) {
        this.seals = seals;
        this.tenants = tenants;
        this.clock = clock;
        jobs.every(EVERY, NAME, this::run);
    }

    private void run() {
        Instant now = clock.now();
        Instant before = lastRun;
        if (before != null) {
            sealAll(before);
        }
        lastRun = now;
    }

    private void sealAll(Instant before) {
        try {
            tenants.all().forEach(tenant -> seal(tenant, before));
        } catch (RuntimeException e) {
            log.warn("The tenants whose entries are to be sealed could not be listed", e);
        }
    }

    private void seal(TenantId tenant, Instant before) {
        try {
            var act = Act.ofJob(NAME, UUID.randomUUID().toString());
            CurrentTenant.run(tenant, act, () -> seals.seal(before));
        } catch (RuntimeException e) {
            log.warn("Entries of {} could not be sealed; the next run seals them", tenant, e);
        }
    }
}
