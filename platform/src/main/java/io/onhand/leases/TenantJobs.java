package io.onhand.leases;

import io.onhand.tenancy.Act;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.Tenants;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Periodic work for every tenant, by one program of those that share a database. What fails for one
 * tenant is told and comes again; the others do not suffer for it.
 */
@Component
public class TenantJobs {

    private static final Logger log = LoggerFactory.getLogger(TenantJobs.class);

    private final Jobs jobs;
    private final Leases leases;
    private final Tenants tenants;

    TenantJobs(Jobs jobs, Leases leases, Tenants tenants) {
        this.jobs = jobs;
        this.leases = leases;
        this.tenants = tenants;
    }

    /**
     * Runs a job for each tenant, as an act of this job.
     *
     * @param pause as for {@link Jobs#every}
     * @param name of its thread, its lease and its acts, 1–64 characters
     * @param lease for how long a program keeps the job from the others; if it is longer than the
     *     pause, the same program does it as long as it lives
     */
    public void every(Duration pause, String name, Duration lease, Runnable work) {
        jobs.every(
                pause,
                name,
                () -> {
                    if (leases.take(name, lease)) {
                        tenants.all().forEach(tenant -> run(name, tenant, work));
                    }
                });
    }

    private static void run(String name, TenantId tenant, Runnable work) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        try {
            CurrentTenant.run(tenant, Act.ofJob(name, UUID.randomUUID().toString()), work);
        } catch (RuntimeException e) {
            log.warn("The job {} failed for {}; it comes again", name, tenant, e);
        }
    }
}
