package io.onhand.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How much of each tenant waits, counted anew a few times a second and added to in between. */
@Component
class Backlog {

    private static final Duration COUNTED_FOR = Duration.ofMillis(250);

    private final WorkQueries work;
    private final InboxSettings settings;
    private final MachineClock clock;
    private final ReentrantLock counting = new ReentrantLock();
    private final Map<TenantId, AtomicLong> added = new ConcurrentHashMap<>();
    private volatile Map<TenantId, Long> counted = Map.of();
    private volatile Instant countedAt = Instant.EPOCH;

    Backlog(
            WorkQueries work,
            InboxSettings settings,
            MachineClock clock,
            ObjectProvider<MeterRegistry> registries) {
        this.work = work;
        this.settings = settings;
        this.clock = clock;
        registries.ifAvailable(
                registry ->
                        Gauge.builder("onhand.inbox.waiting", this, Backlog::total)
                                .description("deliveries and events that wait, when last counted")
                                .register(registry));
    }

    /** Takes a place for one delivery of a tenant; false if too many wait. */
    boolean admits(TenantId tenant) {
        countAgain();
        AtomicLong since = added.computeIfAbsent(tenant, t -> new AtomicLong());
        long waiting = counted.getOrDefault(tenant, 0L) + since.incrementAndGet();
        return waiting <= settings.waitingMax();
    }

    private void countAgain() {
        if (clock.now().isBefore(countedAt.plus(COUNTED_FOR)) || !counting.tryLock()) {
            return;
        }
        try {
            added.clear();
            counted = work.waiting();
            countedAt = clock.now();
        } finally {
            counting.unlock();
        }
    }

    private double total() {
        return counted.values().stream().mapToLong(Long::longValue).sum();
    }
}
