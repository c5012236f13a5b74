package io.onhand.stock;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How full the queue is, how long postings wait in it, and how large the batches are. */
@Component
class LaneMeters {

    private final MeterRegistry registry;
    private final Timer wait;
    private final DistributionSummary batchLines;

    LaneMeters(ObjectProvider<MeterRegistry> registries) {
        this.registry = registries.getIfAvailable(SimpleMeterRegistry::new);
        this.wait =
                Timer.builder("onhand.ledger.wait")
                        .description("from the queue's door until a lane takes the posting")
                        .register(registry);
        this.batchLines =
                DistributionSummary.builder("onhand.ledger.batch.lines")
                        .description("lines that a lane takes at once")
                        .register(registry);
    }

    void watch(WaitingRoom room) {
        Gauge.builder("onhand.ledger.queue.lines", room, WaitingRoom::lines)
                .description("lines that wait or are being posted")
                .register(registry);
    }

    void taken(List<Waiting> batch) {
        long now = System.nanoTime();
        batch.forEach(posting -> wait.record(now - posting.sinceNanos(), TimeUnit.NANOSECONDS));
        batchLines.record(batch.stream().mapToInt(Waiting::lines).sum());
    }
}
