package io.onhand.exceptions;

import static io.onhand.exceptions.ExceptionKind.CONFLICT;
import static io.onhand.exceptions.ExceptionKind.DRIFT;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.onhand.leases.TenantJobs;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Meters of their own, told when to count, so that other tests' tenants do not count. */
@PlatformTest
class ExceptionMetersTest {

    @Autowired BeanFactory program;
    @Autowired Exceptions exceptions;
    @Autowired ExceptionQueries queries;
    @Autowired TenantJobs jobs;

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final HeldClock clock = new HeldClock();
    private ExceptionMeters meters;
    private TeaShop shop;

    @BeforeEach
    void open() {
        var beans = new StaticListableBeanFactory(Map.of("registry", registry));
        meters =
                new ExceptionMeters(
                        queries, clock, jobs, beans.getBeanProvider(MeterRegistry.class));
        shop = TeaShop.open(program);
    }

    @Test
    void openExceptionsOfAllTenantsAreCountedByKind() {
        raise(shop, CONFLICT, "a");
        raise(shop, CONFLICT, "b");
        raise(shop, DRIFT, "a");
        var other = TeaShop.open(program);
        raise(other, CONFLICT, "a");
        shop.run(meters::count);
        other.run(meters::count);
        assertThat(shown(CONFLICT)).isEqualTo(3);
        assertThat(shown(DRIFT)).isEqualTo(1);
    }

    @Test
    void whatIsSettledIsNoMoreCounted() {
        raise(shop, CONFLICT, "a");
        shop.run(meters::count);
        shop.run(() -> exceptions.close(CONFLICT, new Subject("a")));
        assertThat(shown(CONFLICT)).isEqualTo(1);
        shop.run(meters::count);
        assertThat(shown(CONFLICT)).isZero();
    }

    @Test
    void aProgramThatNeverCountedShowsNoNumber() {
        assertThat(shown(CONFLICT)).isNaN();
    }

    @Test
    void aProgramThatCountsNoMoreShowsNoNumberOnceItsLeaseIsOver() {
        raise(shop, CONFLICT, "a");
        shop.run(meters::count);
        clock.pass(Duration.ofSeconds(90));
        assertThat(shown(CONFLICT)).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        assertThat(shown(CONFLICT)).isNaN();
        shop.run(meters::count);
        assertThat(shown(CONFLICT)).isEqualTo(1);
    }

    @Test
    void aTenantThatIsGoneIsNoMoreCountedAfterFiveMinutes() {
        var gone = TeaShop.open(program);
        raise(gone, CONFLICT, "a");
        gone.run(meters::count);
        clock.pass(Duration.ofMinutes(5));
        shop.run(meters::count);
        assertThat(shown(CONFLICT)).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        assertThat(shown(CONFLICT)).isZero();
    }

    /** Goes on when it is told to. */
    private static final class HeldClock extends MachineClock {

        private Instant now = super.now();

        @Override
        public Instant now() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private void raise(TeaShop shop, ExceptionKind kind, String subject) {
        shop.run(() -> exceptions.raise(kind, new Subject(subject), "Because.", Map.of()));
    }

    private double shown(ExceptionKind kind) {
        return registry.get("onhand.exceptions.open").tag("kind", kind.word()).gauge().value();
    }
}
