package io.onhand.plugins;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How often vendors are asked, how it ends, and how long it takes. */
@Component
class BrokerMeters {

    private final Map<String, Timer> asks;
    private final Counter held;

    BrokerMeters(ObjectProvider<MeterRegistry> registries) {
        MeterRegistry registry = registries.getIfAvailable(SimpleMeterRegistry::new);
        this.asks =
                Asked.OUTCOMES.stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(), outcome -> timer(registry, outcome)));
        this.held =
                Counter.builder("onhand.broker.held")
                        .description("asks of vendors that had no turn within their time")
                        .register(registry);
    }

    private static Timer timer(MeterRegistry registry, String outcome) {
        return Timer.builder("onhand.broker.asks")
                .description("asks of vendors, by how they ended")
                .tag("outcome", outcome)
                .register(registry);
    }

    /**
     * An ask that ended.
     *
     * @param outcome as in {@link Asked}
     */
    void asked(String outcome, Duration took) {
        Timer timer = asks.get(outcome);
        if (timer != null) {
            timer.record(took);
        }
    }

    /** An ask that found no turn in time. */
    void held() {
        held.increment();
    }
}
