package io.onhand.sync;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How many changes vendors are told, and how often something goes wrong with them. */
@Component
class SyncMeters {

    private final Map<Turn.Kind, Counter> failures = new EnumMap<>(Turn.Kind.class);
    private final Counter told;

    SyncMeters(ObjectProvider<MeterRegistry> registries) {
        MeterRegistry registry = registries.getIfAvailable(SimpleMeterRegistry::new);
        for (Turn.Kind kind : Turn.Kind.values()) {
            failures.put(
                    kind,
                    Counter.builder("onhand.sync.failures")
                            .description("turns of connections that went wrong")
                            .tag("turn", kind.word())
                            .register(registry));
        }
        this.told =
                Counter.builder("onhand.sync.told")
                        .description("changes that vendors took")
                        .register(registry);
    }

    void failed(Turn.Kind kind) {
        Objects.requireNonNull(failures.get(kind)).increment();
    }

    void told(int changes) {
        told.increment(changes);
    }
}
