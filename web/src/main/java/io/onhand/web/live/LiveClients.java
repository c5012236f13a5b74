package io.onhand.web.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.onhand.identity.Caller;
import io.onhand.identity.RightsChanges;
import io.onhand.live.Pass;
import io.onhand.relay.BroadcastConsumer;
import io.onhand.relay.OutboxEvent;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.Limits;
import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The live connections of this program. An announcement that somebody's rights changed makes every
 * program read them anew; a connection also does so when it begins and now and then, so that what
 * nobody announced ends, too.
 */
@Component
class LiveClients implements SmartLifecycle, BroadcastConsumer {

    static final int CONNECTIONS_PER_KEY_MAX = 2_000;
    static final Duration PING_EVERY = Duration.ofSeconds(25);
    static final Duration SWEEP_EVERY = Duration.ofSeconds(30);

    /** Within this time all clients come back after a restart; fewer come back sooner. */
    private static final Duration RETURN_MAX = Duration.ofSeconds(15);

    private static final Duration RETURN_PER_CLIENT = Duration.ofMillis(5);
    private static final Duration RETURN_MIN = Duration.ofSeconds(1);
    private static final Duration FAREWELL_MAX = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(LiveClients.class);

    private final Map<Actor.Type, Credentials> credentials = new EnumMap<>(Actor.Type.class);
    private final Map<LiveConnection, Long> connections = new ConcurrentHashMap<>();
    private final Map<Actor, Integer> perHolder = new ConcurrentHashMap<>();
    private final Set<Pass> doubtful = ConcurrentHashMap.newKeySet();
    private final ExecutorService checks = Executors.newVirtualThreadPerTaskExecutor();
    private final boolean limited;
    private final Counter slow;
    private volatile boolean running;

    LiveClients(List<Credentials> kinds, MeterRegistry meters, Limits limits) {
        kinds.forEach(kind -> credentials.put(kind.holders(), kind));
        this.limited = limits.hold();
        Gauge.builder("onhand.live.clients", connections, Map::size)
                .description("live connections of this program")
                .register(meters);
        this.slow =
                Counter.builder("onhand.live.slow")
                        .description("live connections that were ended because too much waited")
                        .register(meters);
    }

    /** Whether there is room for another connection. */
    enum Room {
        THERE,
        FULL,
        STOPPING
    }

    Room room(Visitor visitor) {
        if (!running) {
            return Room.STOPPING;
        }
        int held = perHolder.getOrDefault(visitor.pass().actor(), 0);
        return limited && held >= CONNECTIONS_PER_KEY_MAX ? Room.FULL : Room.THERE;
    }

    /** Who holds a pass now. */
    Optional<Visitor> visitor(Pass pass) {
        return holder(pass).map(caller -> new Visitor(pass, caller));
    }

    private Optional<Caller> holder(Pass pass) {
        Credentials kind = credentials.get(pass.actor().type());
        return kind == null ? Optional.empty() : kind.holder(pass);
    }

    void add(LiveConnection connection) {
        connections.put(connection, System.nanoTime());
        perHolder.merge(connection.pass().actor(), 1, Integer::sum);
        if (running) {
            // what was announced between its knock and now
            check(connection.pass());
        } else {
            connection.end(Farewell.restarting(RETURN_MIN));
        }
    }

    void remove(LiveConnection connection) {
        connection.leave();
        if (connections.remove(connection) != null) {
            if (connection.wasTooSlow()) {
                slow.increment();
            }
            perHolder.computeIfPresent(
                    connection.pass().actor(), (actor, count) -> count > 1 ? count - 1 : null);
        }
    }

    private void check(Pass pass) {
        doubtful.add(pass);
        checks.submit(() -> checkNow(pass));
    }

    /** If the database does not answer nobody is sent away; it is asked again soon. */
    private void checkNow(Pass pass) {
        try {
            Optional<Caller> now = holder(pass);
            var without =
                    now.isEmpty() && isSignedIn(pass)
                            ? Farewell.RIGHTS_WITHDRAWN
                            : Farewell.SIGNED_OUT;
            doubtful.remove(pass);
            connections.keySet().stream()
                    .filter(connection -> connection.pass().equals(pass))
                    .forEach(one -> now.ifPresentOrElse(one::rights, () -> one.end(without)));
        } catch (RuntimeException e) {
            log.debug("The rights behind live connections could not be read", e);
        }
    }

    private boolean isSignedIn(Pass pass) {
        Credentials kind = credentials.get(pass.actor().type());
        return kind != null && kind.isSignedIn(pass);
    }

    private Set<Pass> passes(Predicate<Pass> which) {
        return connections.keySet().stream()
                .map(LiveConnection::pass)
                .filter(which)
                .collect(Collectors.toSet());
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("live-clients").start(this::tick);
    }

    private void tick() {
        long sweptAt = System.nanoTime();
        while (running) {
            try {
                Thread.sleep(Duration.ofSeconds(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            long now = System.nanoTime();
            connections.forEach((connection, pinged) -> ping(connection, pinged, now));
            Set.copyOf(doubtful).forEach(this::check);
            credentials.values().forEach(this::checkEnded);
            if (now - sweptAt > SWEEP_EVERY.toNanos()) {
                sweptAt = now;
                passes(pass -> true).forEach(this::check);
            }
        }
    }

    private void checkEnded(Credentials kind) {
        try {
            kind.ended(passes(pass -> pass.actor().type() == kind.holders())).forEach(this::check);
        } catch (RuntimeException e) {
            log.debug("The sessions behind live connections could not be read", e);
        }
    }

    private void ping(LiveConnection connection, long pinged, long now) {
        if (now - pinged >= PING_EVERY.toNanos()) {
            connections.computeIfPresent(connection, (same, before) -> now);
            connection.ping();
        }
    }

    /** Runs before the web server waits for its requests to end: the live ones end now. */
    @Override
    public void stop() {
        running = false;
        Duration window = RETURN_MIN.plus(RETURN_PER_CLIENT.multipliedBy(connections.size()));
        long millis = Math.min(window.toMillis(), RETURN_MAX.toMillis());
        connections
                .keySet()
                .forEach(
                        connection ->
                                connection.end(
                                        Farewell.restarting(
                                                Duration.ofMillis(
                                                        ThreadLocalRandom.current()
                                                                .nextLong(millis)))));
        awaitFarewells();
    }

    private void awaitFarewells() {
        long end = System.nanoTime() + FAREWELL_MAX.toNanos();
        try {
            while (!connections.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(Duration.ofMillis(20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isListening() {
        return !connections.isEmpty();
    }

    @Override
    public boolean wants(TenantId tenant, String topic) {
        return topic.equals(RightsChanges.TOPIC);
    }

    @Override
    public void hear(OutboxEvent event) {
        Actor actor = RightsChanges.actor(event.envelope());
        passes(pass -> pass.tenant().equals(event.tenant()) && pass.actor().equals(actor))
                .forEach(this::check);
    }

    @Override
    public void missed(TenantId tenant) {
        passes(pass -> pass.tenant().equals(tenant)).forEach(this::check);
    }

    @Override
    public void missedAnything() {
        passes(pass -> true).forEach(this::check);
    }
}
