package io.onhand.relay;

import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the outbox for the broadcast consumers of this program: all rows of the last seconds, again
 * and again, dropping what it has seen. So a row that commits late, or was written by a program
 * whose clock differs a little, is not missed. After a pause it looks back to where it stopped.
 */
@Component
@ConditionalOnProperty(name = "onhand.relay", havingValue = "database", matchIfMissing = true)
class BroadcastReader implements SmartLifecycle {

    static final Duration EVERY = Duration.ofMillis(250);

    /**
     * How far it looks back: no transaction that writes the outbox lives longer than 5 s, and the
     * clocks of programs differ by at most 1 s.
     */
    static final Duration WINDOW = Duration.ofSeconds(8);

    /** A nudge is about a commit of this moment: between two whole readings it looks no further. */
    static final Duration NEAR = Duration.ofSeconds(2);

    /** Between two readings, however often it is nudged. */
    private static final Duration BREATH = Duration.ofMillis(20);

    /** After a longer pause it does not catch up: rows may have been deleted meanwhile. */
    static final Duration PAUSE_MAX = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(BroadcastReader.class);

    private final OutboxQueries outbox;
    private final BroadcastDesk desk;
    private final MachineClock clock;
    private final Nudges nudges = new Nudges();
    private @Nullable Instant readUpTo;
    private Instant wholeAt = Instant.EPOCH;
    private volatile boolean running;
    private volatile boolean failing;

    BroadcastReader(OutboxQueries outbox, BroadcastDesk desk, MachineClock clock, Relay relay) {
        this.outbox = outbox;
        this.desk = desk;
        this.clock = clock;
        relay.onNudge(nudges::give);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("outbox-broadcast").start(this::run);
    }

    private void run() {
        while (running) {
            try {
                nudges.await(EVERY);
                read();
                Thread.sleep(BREATH);
                failing = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                fail(e);
            }
        }
    }

    /** One line when it begins to fail: the next reading looks back far enough to miss nothing. */
    private void fail(Throwable e) {
        if (!failing && running) {
            failing = true;
            log.warn("Screens do not hear of changes while the outbox cannot be read", e);
        }
    }

    void read() {
        if (!desk.isListening()) {
            readUpTo = null;
            return;
        }
        var now = clock.now();
        boolean whole = readUpTo == null || !wholeAt.plus(EVERY).isAfter(now);
        if (whole) {
            var since = from(now).minus(WINDOW);
            desk.forget(since.minus(WINDOW));
            read(since, now);
            readUpTo = now;
            wholeAt = now;
        } else {
            read(now.minus(NEAR), now);
        }
    }

    private void read(Instant since, Instant now) {
        List<UUID> fresh = new ArrayList<>();
        for (UUID id : outbox.idsSince(since)) {
            if (desk.isFresh(id)) {
                fresh.add(id);
            }
        }
        for (int from = 0; from < fresh.size(); from += OutboxQueries.ROWS_MAX) {
            int to = Math.min(fresh.size(), from + OutboxQueries.ROWS_MAX);
            for (OutboxEvent event : outbox.rows(since, fresh.subList(from, to))) {
                desk.tell(event, now);
            }
        }
    }

    private Instant from(Instant now) {
        Instant last = readUpTo;
        if (last == null || last.isAfter(now)) {
            return now;
        }
        if (last.isBefore(now.minus(PAUSE_MAX))) {
            log.warn("The outbox was not read since {}; what was built from it is doubted", last);
            desk.missedAnything();
            return now;
        }
        return last;
    }

    @Override
    public void stop() {
        running = false;
        nudges.give();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
