package io.onhand.exceptions;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.onhand.leases.TenantJobs;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * How many exceptions of all tenants are open. No login reads the exceptions of several tenants, so
 * one program counts them, tenant by tenant, between two looks at its metrics; the others show
 * nothing.
 */
@Component
class ExceptionMeters {

    private static final Duration EVERY = Duration.ofSeconds(30);

    /** Longer than the pause between two runs, so that the holder keeps it. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    /** What was counted longer ago is of a tenant that is gone. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(5);

    private static final String NAME = "exception-count";

    /** What is open of a tenant. */
    private record Counted(Map<ExceptionKind, Long> open, Instant at) {

        boolean isBefore(Instant time) {
            return at.isBefore(time);
        }
    }

    private final ExceptionQueries queries;
    private final MachineClock clock;
    private final Map<TenantId, Counted> tenants = new ConcurrentHashMap<>();

    ExceptionMeters(
            ExceptionQueries queries,
            MachineClock clock,
            TenantJobs jobs,
            ObjectProvider<MeterRegistry> registries) {
        this.queries = queries;
        this.clock = clock;
        registries.ifAvailable(this::register);
        jobs.every(EVERY, NAME, LEASE, this::count);
    }

    private void register(MeterRegistry registry) {
        for (ExceptionKind kind : ExceptionKind.values()) {
            Gauge.builder("onhand.exceptions.open", () -> open(kind))
                    .description("exceptions that wait for a person, when last counted")
                    .tag("kind", kind.word())
                    .register(registry);
        }
    }

    /** Counts those of the current tenant. */
    void count() {
        tenants.put(CurrentTenant.id(), new Counted(queries.openByKind(), clock.now()));
    }

    /** No number where nothing was counted for as long as the lease goes: another program does. */
    private double open(ExceptionKind kind) {
        Instant now = clock.now();
        tenants.values().removeIf(counted -> counted.isBefore(now.minus(KNOWN_FOR)));
        if (tenants.values().stream().allMatch(counted -> counted.isBefore(now.minus(LEASE)))) {
            return Double.NaN;
        }
        return tenants.values().stream()
                .mapToLong(counted -> counted.open().getOrDefault(kind, 0L))
                .sum();
    }
}
