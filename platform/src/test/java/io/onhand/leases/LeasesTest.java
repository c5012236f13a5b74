package io.onhand.leases;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.database.Retry;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.util.UUID;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class LeasesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Autowired LeaseStatements statements;
    @Autowired MachineClock clock;
    @Autowired Retry retry;

    private final String name = "test-" + UUID.randomUUID();
    private Leases here;
    private Leases elsewhere;

    @BeforeEach
    void twoPrograms() {
        here = new Leases(statements, clock, retry);
        elsewhere = new Leases(statements, clock, retry);
    }

    @Test
    void onlyOneProgramHoldsALeaseAndMayRenewIt() {
        assertThat(here.take(name, LONG)).isTrue();
        assertThat(elsewhere.take(name, LONG)).isFalse();
        assertThat(here.take(name, LONG)).isTrue();
    }

    @Test
    void aLeaseThatRanOutIsTakenByAnother() {
        here.take(name, Duration.ZERO);
        assertThat(elsewhere.take(name, LONG)).isTrue();
        assertThat(here.take(name, LONG)).isFalse();
    }

    @Test
    void aLeaseGivenBackIsFree() {
        here.take(name, LONG);
        elsewhere.giveBack(name);
        assertThat(elsewhere.take(name, LONG)).isFalse();
        here.giveBack(name);
        assertThat(elsewhere.take(name, LONG)).isTrue();
    }
}
