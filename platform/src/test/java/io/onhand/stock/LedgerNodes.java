package io.onhand.stock;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.onhand.tenancy.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Group commits as other programs would run them: with another clock, or over a bad line. */
@Component
class LedgerNodes {

    private final HikariDataSource pool;
    private final BusinessClock clock;
    private final ObjectProvider<MeterRegistry> meters;

    LedgerNodes(
            @Qualifier("ledger") HikariDataSource pool,
            BusinessClock clock,
            ObjectProvider<MeterRegistry> meters) {
        this.pool = pool;
        this.clock = clock;
        this.meters = meters;
    }

    /** A node whose clock stands. */
    GroupCommit at(Instant now) {
        return node(pool, () -> now);
    }

    /** A node whose clock is ahead, or behind when negative. */
    GroupCommit ahead(Duration by) {
        return node(pool, () -> clock.now().plus(by));
    }

    GroupCommit over(HikariDataSource other) {
        return node(other, clock::now);
    }

    HikariDataSource pool() {
        return pool;
    }

    private GroupCommit node(HikariDataSource source, InstantSource time) {
        return new GroupCommit(source, new BatchPosting(time, clock::now), meters);
    }
}
