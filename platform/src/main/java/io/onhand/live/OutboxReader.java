package io.onhand.live;

import io.onhand.stock.BatchPosted;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads the outbox for the hub: all rows of the last seconds, again and again, dropping what it has
 * seen. So a row that commits late, or was written by a program whose clock differs a little, is
 * not missed. While nobody watches nothing is read: who begins to watch reads what is there first.
 */
@Component
class OutboxReader implements SmartLifecycle {

    static final Duration EVERY = Duration.ofMillis(250);

    /**
     * How far it looks back: no transaction that writes the outbox lives longer than 5 s, and the
     * clocks of programs differ by at most 1 s.
     */
    static final Duration WINDOW = Duration.ofSeconds(8);

    private static final Logger log = LoggerFactory.getLogger(OutboxReader.class);

    private final OutboxQueries outbox;
    private final Envelopes envelopes;
    private final LiveHub hub;
    private final OutboxRetention retention;
    private final MachineClock clock;
    private final Map<UUID, Instant> seen = new HashMap<>();
    private final Semaphore nudges = new Semaphore(0);
    private Instant clearedAt = Instant.EPOCH;
    private volatile boolean running;
    private volatile boolean failing;

    OutboxReader(
            OutboxQueries outbox,
            Envelopes envelopes,
            LiveHub hub,
            OutboxRetention retention,
            MachineClock clock) {
        this.outbox = outbox;
        this.envelopes = envelopes;
        this.hub = hub;
        this.retention = retention;
        this.clock = clock;
    }

    @EventListener
    void look(BatchPosted hint) {
        nudge();
    }

    private void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("outbox-reader").start(this::run);
    }

    private void run() {
        while (running) {
            try {
                nudges.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS);
                nudges.drainPermits();
                read();
                clear();
                failing = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                fail(e);
            }
        }
    }

    /** One line when it begins to fail: the next reading looks back far enough to miss nothing. */
    private void fail(RuntimeException e) {
        if (!failing && running) {
            failing = true;
            log.warn("Screens do not hear of changes while the outbox cannot be read", e);
        }
    }

    void read() {
        if (!hub.isWatched()) {
            return;
        }
        var now = clock.now();
        var since = now.minus(WINDOW);
        seen.values().removeIf(at -> at.isBefore(since.minus(WINDOW)));
        List<UUID> fresh = new ArrayList<>();
        for (UUID id : outbox.idsSince(since)) {
            if (seen.putIfAbsent(id, now) == null) {
                fresh.add(id);
            }
        }
        for (int from = 0; from < fresh.size(); from += OutboxQueries.ROWS_MAX) {
            int to = Math.min(fresh.size(), from + OutboxQueries.ROWS_MAX);
            outbox.rows(since, fresh.subList(from, to)).forEach(this::tell);
        }
    }

    private void tell(OutboxRow row) {
        TenantId tenant = row.tenant();
        if (hub.isWatched(tenant)) {
            hub.tell(tenant, envelopes.changes(row));
        }
    }

    private void clear() {
        var now = clock.now();
        if (clearedAt.plus(OutboxRetention.EVERY).isBefore(now)) {
            clearedAt = now;
            retention.clear();
        }
    }

    @Override
    public void stop() {
        running = false;
        nudge();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
