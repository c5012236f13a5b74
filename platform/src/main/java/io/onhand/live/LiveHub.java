package io.onhand.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.onhand.locations.LocationId;
import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The rings of this program. A ring is there from the first client on, and stays for a while after
 * the last one has left, so that who was cut off can resume.
 */
@Component
public class LiveHub implements DisposableBean {

    /** Rings kept at a time; beyond it those that nobody follows go first. */
    static final int TOPICS_MAX = 10_000;

    /** How long a ring stays that nobody follows. */
    static final Duration IDLE_KEPT = Duration.ofMinutes(30);

    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    private final Map<TenantId, Map<LocationId, TopicRing>> rings = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("live-frames").factory());

    private final Counter frames;

    LiveHub(ObjectProvider<MeterRegistry> registries) {
        MeterRegistry registry = registries.getIfAvailable(SimpleMeterRegistry::new);
        this.frames =
                Counter.builder("onhand.live.frames")
                        .description("frames made, whoever hears them")
                        .register(registry);
        timer.scheduleWithFixedDelay(
                this::sweep, SWEEP_EVERY.toMillis(), SWEEP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        Gauge.builder("onhand.live.topics", this, LiveHub::size)
                .description("topics whose frames are kept")
                .register(registry);
    }

    /**
     * Follows a location. The client first hears {@code subscribed}; what is read after that, and
     * then overlaid with greater versions, is true.
     *
     * @param code the location's code
     * @param from where the client was, to resume; null for a new one
     */
    public void join(
            TenantId tenant,
            LocationId location,
            String code,
            LiveListener listener,
            @Nullable Position from) {
        lock.lock();
        try {
            ring(tenant, location, code).join(listener, from);
        } finally {
            lock.unlock();
        }
    }

    private TopicRing ring(TenantId tenant, LocationId location, String code) {
        var ofTenant = rings.computeIfAbsent(tenant, key -> new ConcurrentHashMap<>());
        TopicRing known = ofTenant.get(location);
        if (known != null) {
            return known;
        }
        if (size() >= TOPICS_MAX) {
            dropIdlest();
        }
        var ring = new TopicRing(Topic.of(code).name(), this::after, System.nanoTime());
        rings.computeIfAbsent(tenant, key -> new ConcurrentHashMap<>()).put(location, ring);
        return ring;
    }

    private void after(long nanos, Runnable work) {
        if (!timer.isShutdown()) {
            timer.schedule(() -> make(work), nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void make(Runnable frame) {
        frame.run();
        frames.increment();
    }

    /** Follows it no longer. */
    public void leave(TenantId tenant, LocationId location, LiveListener listener) {
        TopicRing ring = rings.getOrDefault(tenant, Map.of()).get(location);
        if (ring != null) {
            ring.leave(listener, System.nanoTime());
        }
    }

    boolean isFollowed() {
        return !rings.isEmpty();
    }

    boolean isFollowed(TenantId tenant) {
        return rings.containsKey(tenant);
    }

    boolean isFollowed(TenantId tenant, LocationId location) {
        return rings.getOrDefault(tenant, Map.of()).containsKey(location);
    }

    void tell(TenantId tenant, LocationId location, List<LevelChange> changes) {
        TopicRing ring = rings.getOrDefault(tenant, Map.of()).get(location);
        if (ring != null) {
            ring.offer(changes, System.nanoTime());
        }
    }

    void restart(TenantId tenant) {
        rings.getOrDefault(tenant, Map.of()).values().forEach(TopicRing::restart);
    }

    void restartAll() {
        rings.keySet().forEach(this::restart);
    }

    private int size() {
        return rings.values().stream().mapToInt(Map::size).sum();
    }

    private void sweep() {
        long before = System.nanoTime() - IDLE_KEPT.toNanos();
        lock.lock();
        try {
            rings.values().forEach(m -> m.values().removeIf(r -> isIdle(r, before)));
            rings.values().removeIf(Map::isEmpty);
        } finally {
            lock.unlock();
        }
    }

    private static boolean isIdle(TopicRing ring, long before) {
        long since = ring.idleSince();
        return since != Long.MAX_VALUE && since - before < 0;
    }

    private void dropIdlest() {
        Map<TopicRing, Runnable> idle = new HashMap<>();
        rings.values()
                .forEach(
                        ofTenant ->
                                ofTenant.forEach(
                                        (location, ring) ->
                                                idle.put(ring, () -> ofTenant.remove(location))));
        idle.keySet().stream()
                .filter(ring -> ring.idleSince() != Long.MAX_VALUE)
                .min(Comparator.comparingLong(TopicRing::idleSince))
                .ifPresent(ring -> idle.getOrDefault(ring, () -> {}).run());
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
