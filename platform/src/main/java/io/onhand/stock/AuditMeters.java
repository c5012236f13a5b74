package io.onhand.stock;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What audits of the ledger find. It stays at nothing while the ledger is sound. */
@Component
class AuditMeters {

    private final Counter mismatches;

    AuditMeters(ObjectProvider<MeterRegistry> registries) {
        this.mismatches =
                Counter.builder("onhand.ledger.mismatches")
                        .description("what audits found that is not the fold of its movements")
                        .register(registries.getIfAvailable(SimpleMeterRegistry::new));
    }

    void found(int many) {
        mismatches.increment(many);
    }
}
