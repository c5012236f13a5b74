package io.onhand.leases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onhand.database.Retry;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class TenantJobsTest {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Autowired LeaseStatements statements;
    @Autowired MachineClock clock;
    @Autowired Retry retry;
    @Autowired Tenants tenants;

    private final String name = "test-" + UUID.randomUUID();
    private final Set<TenantId> visited = ConcurrentHashMap.newKeySet();
    private final Jobs jobs = new Jobs(new ProgramRoles(Set.of(ProgramRole.WORKER)));
    private Leases leases;
    private TenantId broken;
    private TenantId sound;

    @BeforeEach
    void twoTenants() {
        leases = new Leases(statements, clock, retry);
        Set<TenantId> both = Set.of(newTenant(), newTenant());
        List<TenantId> inTurn = tenants.all().stream().filter(both::contains).toList();
        broken = inTurn.getFirst();
        sound = inTurn.getLast();
    }

    private TenantId newTenant() {
        return tenants.create("jobs-" + UUID.randomUUID(), "Jobs", Region.HOME);
    }

    @AfterEach
    void stop() {
        jobs.stop();
    }

    @Test
    void whatFailsForOneTenantHoldsUpNoOther() {
        start();
        await().until(() -> visited.contains(sound));
        assertThat(visited).contains(broken);
    }

    @Test
    void whileAnotherProgramHoldsTheJobNothingIsDone() {
        var elsewhere = new Leases(statements, clock, retry);
        elsewhere.take(name, LONG);
        start();
        await().during(SOON.multipliedBy(6)).until(visited::isEmpty);
        elsewhere.giveBack(name);
        await().until(() -> visited.contains(sound));
    }

    private void start() {
        new TenantJobs(jobs, leases, tenants).every(SOON, name, LONG, this::visit);
        jobs.start();
    }

    private void visit() {
        visited.add(CurrentTenant.id());
        if (CurrentTenant.id().equals(broken)) {
            throw new IllegalStateException("the job fails for this one");
        }
    }
}
