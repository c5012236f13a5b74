package io.onhand.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How long deliveries take, and how often something goes wrong with them. */
@Component
class InboxMeters {

    private final Timer lag;
    private final Counter failures;

    InboxMeters(ObjectProvider<MeterRegistry> registries) {
        MeterRegistry registry = registries.getIfAvailable(SimpleMeterRegistry::new);
        this.lag =
                Timer.builder("onhand.inbox.lag")
                        .description("from when a document was to be posted until it was")
                        .register(registry);
        this.failures =
                Counter.builder("onhand.inbox.failures")
                        .description("attempts at a delivery or document that went wrong")
                        .register(registry);
    }

    void done(Duration since) {
        lag.record(since.isNegative() ? Duration.ZERO : since);
    }

    void failed() {
        failures.increment();
    }
}
