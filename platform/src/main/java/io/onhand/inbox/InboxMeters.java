package io.onhand.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How long deliveries take, and how often something goes wrong with them. */
@Component
class InboxMeters {

    private final Map<Work.Kind, Timer> lags = new EnumMap<>(Work.Kind.class);
    private final Counter failures;

    InboxMeters(ObjectProvider<MeterRegistry> registries) {
        MeterRegistry registry = registries.getIfAvailable(SimpleMeterRegistry::new);
        for (Work.Kind kind : Work.Kind.values()) {
            lags.put(
                    kind,
                    Timer.builder("onhand.inbox.lag")
                            .description("from when something was to be done until it was")
                            .tag("stage", kind.word())
                            .register(registry));
        }
        this.failures =
                Counter.builder("onhand.inbox.failures")
                        .description("attempts at a delivery or document that went wrong")
                        .register(registry);
    }

    /** Work that is done; what was given up does not say how long work takes. */
    void done(Collection<Work> part, Instant now) {
        for (Work one : part) {
            var waited = Duration.between(one.since(), now);
            Objects.requireNonNull(lags.get(one.kind()))
                    .record(waited.isNegative() ? Duration.ZERO : waited);
        }
    }

    void failed() {
        failures.increment();
    }
}
