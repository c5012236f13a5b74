package io.onhand.relay;

import io.onhand.leases.ProgramRole;
import io.onhand.leases.ProgramRoles;
import io.onhand.relay.OutboxQueries.Place;
import io.onhand.relay.ShardStatements.Held;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the shards that this program holds, oldest first, and has them carried on. Rows of the last
 * seconds are read again and again, since one may commit late; which of them were handed out is
 * remembered here only, so a program that takes a shard over hands those out again.
 */
@Component
class WorkReader implements SmartLifecycle {

    /** Between two readings of the whole window it looks for new rows only. */
    private static final Duration WHOLE_EVERY = Duration.ofSeconds(2);

    /** How far before the newest row that it knows it looks for new ones. */
    private static final Duration NEAR = Duration.ofSeconds(2);

    /** Rows handed out before looking at the lease again. */
    static final int ROWS_PER_PASS_MAX = 500;

    private static final int FAILURES_PER_PASS_MAX = 50;
    private static final Duration NOTED_EVERY = Duration.ofSeconds(1);
    private static final Duration STAND_EVERY = Duration.ofSeconds(10);
    private static final Duration STOP_MAX = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(WorkReader.class);

    private final OutboxQueries outbox;
    private final HeldShards shards;
    private final Carrier carrier;
    private final WorkDesk desk;
    private final FailureStatements failures;
    private final OutboxRetention retention;
    private final RelayMeters meters;
    private final MachineClock clock;
    private final ProgramRoles roles;
    private final Map<UUID, Instant> handed = new HashMap<>();
    private List<Held> held = List.of();
    private Instant handedTo = Instant.EPOCH;
    private Instant newest = Instant.EPOCH;
    private Instant wholeAt = Instant.EPOCH;
    private Duration lag = Duration.ZERO;
    private Instant notedAt = Instant.EPOCH;
    private Instant stoodAt = Instant.EPOCH;
    private Instant clearedAt = Instant.EPOCH;
    private @Nullable Thread thread;
    private volatile boolean running;
    private volatile boolean failing;

    WorkReader(
            OutboxQueries outbox,
            HeldShards shards,
            Carrier carrier,
            WorkDesk desk,
            FailureStatements failures,
            OutboxRetention retention,
            RelayMeters meters,
            MachineClock clock,
            ProgramRoles roles) {
        this.outbox = outbox;
        this.shards = shards;
        this.carrier = carrier;
        this.desk = desk;
        this.failures = failures;
        this.retention = retention;
        this.meters = meters;
        this.clock = clock;
        this.roles = roles;
    }

    @Override
    public void start() {
        if (roles.has(ProgramRole.WORKER)) {
            running = true;
            thread = Thread.ofPlatform().daemon().name("outbox-work").start(this::run);
        }
    }

    private void run() {
        while (running) {
            boolean more = false;
            try {
                more = pass();
                failing = false;
            } catch (RuntimeException | Error e) {
                fail(e);
            }
            if (!more) {
                LockSupport.parkNanos(carrier.every().toNanos());
            }
        }
    }

    private void fail(Throwable e) {
        if (!failing && running) {
            failing = true;
            log.warn("What follows from postings is not done for the moment", e);
        }
    }

    /** Hands out what is there; whether there is more at once. */
    private boolean pass() {
        List<Held> now = shards.renewed();
        if (!now.equals(held)) {
            changeShards(now);
        }
        if (held.isEmpty() || !shards.last()) {
            return false;
        }
        for (FailureStatements.Due due :
                failures.due(ShardStatements.shards(held), clock.now(), FAILURES_PER_PASS_MAX)) {
            desk.handAgain(due);
        }
        boolean more = handOut();
        housekeep();
        return more;
    }

    private void changeShards(List<Held> now) {
        boolean same =
                now.stream()
                                .map(Held::shard)
                                .toList()
                                .equals(held.stream().map(Held::shard).toList())
                        && now.stream()
                                .map(Held::fence)
                                .toList()
                                .equals(held.stream().map(Held::fence).toList());
        held = now;
        if (!same) {
            handedTo = held.stream().map(Held::handedTo).min(Instant::compareTo).orElse(handedTo);
            newest = Instant.EPOCH;
        }
    }

    private boolean handOut() {
        Instant now = clock.now();
        boolean whole = !wholeAt.plus(WHOLE_EVERY).isAfter(now) || newest.isBefore(handedTo);
        Instant after = whole ? handedTo : later(handedTo, newest.minus(NEAR));
        List<Place> places =
                outbox.places(ShardStatements.shards(held), after, OutboxQueries.PLACES_MAX);
        List<Place> fresh =
                places.stream().filter(place -> !handed.containsKey(place.id())).toList();
        List<Place> next = fresh.subList(0, Math.min(ROWS_PER_PASS_MAX, fresh.size()));
        if (!next.isEmpty()) {
            carrier.carry(outbox.rows(after, next.stream().map(Place::id).toList()));
            next.forEach(place -> handed.put(place.id(), place.createdAt()));
            newest = later(newest, next.getLast().createdAt());
        }
        List<Place> left = fresh.subList(next.size(), fresh.size());
        lag =
                left.isEmpty()
                        ? Duration.ZERO
                        : Duration.between(left.getFirst().createdAt(), clock.now());
        if (whole) {
            wholeAt = now;
            moveTo(end(now.minus(BroadcastReader.WINDOW), places, left));
        }
        return !left.isEmpty();
    }

    /** Up to when everything was handed out: not further than what is left, or was not read. */
    private static Instant end(Instant settled, List<Place> places, List<Place> left) {
        if (!left.isEmpty()) {
            return earlier(settled, left.getFirst().createdAt().minusNanos(1_000));
        }
        return places.size() == OutboxQueries.PLACES_MAX
                ? earlier(settled, places.getLast().createdAt().minusNanos(1_000))
                : settled;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void moveTo(Instant end) {
        if (end.isAfter(handedTo)) {
            handedTo = end;
            handed.values().removeIf(at -> !at.isAfter(end));
        }
    }

    private void housekeep() {
        Instant now = clock.now();
        if (notedAt.plus(NOTED_EVERY).isBefore(now)) {
            notedAt = now;
            shards.handed(handedTo);
        }
        if (stoodAt.plus(STAND_EVERY).isBefore(now)) {
            stoodAt = now;
            meters.stand(lag, failures.counts(), now);
        }
        if (clearedAt.plus(OutboxRetention.EVERY).isBefore(now)) {
            clearedAt = now;
            retention.clear(ShardStatements.shards(held), handedTo);
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread stopping = thread;
        if (stopping != null) {
            LockSupport.unpark(stopping);
            try {
                stopping.join(STOP_MAX);
                shards.giveBack();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.debug("The shards were not given back; their leases run out", e);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
