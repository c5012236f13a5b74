package io.onhand.stock;

import io.onhand.leases.TenantJobs;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has every tenant's ledger audited: each minute what changed since and what is frozen, and all of
 * it when a new day begins (UTC). One program of those that share a database does it.
 */
@Component
class AuditJob {

    private static final Logger log = LoggerFactory.getLogger(AuditJob.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** Longer than the pause between two runs, so that the holder keeps it. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    /** How far back a program looks that has not audited a tenant yet. */
    private static final Duration FIRST_LOOK = Duration.ofDays(1);

    private static final String NAME = "ledger-audit";

    /** What was recorded just before a run may become visible just after it. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final Auditor auditor;
    private final BusinessClock clock;
    private final Map<TenantId, Instant> audited = new HashMap<>();
    private final Map<TenantId, LocalDate> whole = new HashMap<>();

    AuditJob(Auditor auditor, BusinessClock clock, TenantJobs jobs) {
        this.auditor = auditor;
        this.clock = clock;
        jobs.every(EVERY, NAME, LEASE, this::audit);
    }

    private void audit() {
        TenantId tenant = CurrentTenant.id();
        Instant now = clock.now();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        boolean all = !today.equals(whole.getOrDefault(tenant, today));
        AuditReport report = all ? auditor.audit() : auditor.auditChangedSince(since(tenant, now));
        report.mismatches().forEach(mismatch -> log.error("Ledger mismatch: {}", mismatch));
        audited.put(tenant, now);
        whole.put(tenant, today);
    }

    private Instant since(TenantId tenant, Instant now) {
        Instant last = audited.get(tenant);
        return last == null ? now.minus(FIRST_LOOK) : last.minus(OVERLAP);
    }
}
