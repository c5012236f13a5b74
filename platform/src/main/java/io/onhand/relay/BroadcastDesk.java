package io.onhand.relay;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the broadcast consumers of this program of each row once. One thread uses it. */
@Component
class BroadcastDesk {

    private static final Logger log = LoggerFactory.getLogger(BroadcastDesk.class);

    private final List<BroadcastConsumer> consumers;
    private final Map<UUID, Instant> told = new HashMap<>();

    BroadcastDesk(List<BroadcastConsumer> consumers) {
        this.consumers = consumers;
    }

    boolean isListening() {
        return consumers.stream().anyMatch(BroadcastConsumer::isListening);
    }

    boolean isFresh(UUID event) {
        return !told.containsKey(event);
    }

    /** Forgets what was told before; a row that comes again later is told again. */
    void forget(Instant before) {
        told.values().removeIf(at -> at.isBefore(before));
    }

    void tell(OutboxEvent event, Instant now) {
        for (BroadcastConsumer consumer : consumers) {
            if (consumer.wants(event.tenant(), event.topic())) {
                tell(consumer, event);
            }
        }
        told.put(event.id(), now);
    }

    /** What one consumer cannot take must not keep the others from hearing the rest. */
    private static void tell(BroadcastConsumer consumer, OutboxEvent event) {
        try {
            consumer.hear(event);
        } catch (RuntimeException e) {
            log.warn("{} did not take {}", consumer.getClass().getSimpleName(), event.id(), e);
            consumer.missed(event.tenant());
        }
    }

    void missedAnything() {
        consumers.forEach(BroadcastConsumer::missedAnything);
    }
}
