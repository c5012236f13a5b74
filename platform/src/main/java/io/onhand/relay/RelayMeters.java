package io.onhand.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How far behind each work consumer is, and what it could not take. */
@Component
class RelayMeters {

    private static final String CONSUMER = "consumer";
    private static final double MILLIS_PER_SECOND = 1_000;

    private final MeterRegistry registry;
    private final Map<String, Double> lagSeconds = new ConcurrentHashMap<>();
    private final Map<String, Double> failures = new ConcurrentHashMap<>();

    private volatile double onTheWaySeconds;

    RelayMeters(ObjectProvider<MeterRegistry> registries) {
        this.registry = registries.getIfAvailable(SimpleMeterRegistry::new);
    }

    void watch(String consumer) {
        lagSeconds.put(consumer, 0.0);
        failures.put(consumer, 0.0);
        Gauge.builder("onhand.relay.lag", () -> lagSeconds(consumer))
                .description("age of the oldest row that the consumer does not have, seconds")
                .tag(CONSUMER, consumer)
                .register(registry);
        Gauge.builder("onhand.relay.failures", () -> failures.getOrDefault(consumer, 0.0))
                .description("rows that the consumer could not take yet")
                .tag(CONSUMER, consumer)
                .register(registry);
    }

    private double lagSeconds(String consumer) {
        return Math.max(onTheWaySeconds, lagSeconds.getOrDefault(consumer, 0.0));
    }

    /** How old the oldest row was that came on the way; zero when nothing is on it. */
    void onTheWay(Duration age) {
        onTheWaySeconds = seconds(age);
    }

    void taken(String consumer, int rows) {
        counter("onhand.relay.rows", "rows that the consumer took", consumer).increment(rows);
    }

    void failed(String consumer) {
        counter("onhand.relay.failed", "tries that failed", consumer).increment();
    }

    private Counter counter(String name, String description, String consumer) {
        return Counter.builder(name)
                .description(description)
                .tag(CONSUMER, consumer)
                .register(registry);
    }

    /**
     * Notes how it stands.
     *
     * @param lag of what was not handed out at all
     * @param counts of what failed
     */
    void stand(Duration lag, Collection<FailureStatements.Count> counts, Instant now) {
        lagSeconds.replaceAll((consumer, before) -> seconds(lag));
        failures.replaceAll((consumer, before) -> 0.0);
        for (FailureStatements.Count count : counts) {
            failures.computeIfPresent(count.consumer(), (c, before) -> (double) count.rows());
            Duration age = Duration.between(count.oldest(), now);
            lagSeconds.computeIfPresent(
                    count.consumer(), (c, before) -> Math.max(before, seconds(age)));
        }
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS_PER_SECOND;
    }
}
