package io.onhand.relay;

import io.onhand.database.Retry;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands rows to the work consumers: together while that succeeds, each alone when it does not. What
 * one consumer cannot take is kept for it; the others go on.
 */
@Component
class WorkDesk {

    /** After each failure it waits longer, the last of these in the end. */
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1));

    private static final Logger log = LoggerFactory.getLogger(WorkDesk.class);

    private final Map<String, WorkConsumer> consumers;
    private final FailureStatements failures;
    private final RelayMeters meters;
    private final MachineClock clock;
    private final Retry retry;

    WorkDesk(
            List<WorkConsumer> consumers,
            FailureStatements failures,
            RelayMeters meters,
            MachineClock clock,
            Retry retry) {
        this.consumers =
                consumers.stream()
                        .collect(Collectors.toMap(WorkConsumer::name, consumer -> consumer));
        this.failures = failures;
        this.meters = meters;
        this.clock = clock;
        this.retry = retry;
        this.consumers.keySet().forEach(meters::watch);
    }

    /**
     * Hands them out, tenant by tenant, in their order. An exception means that failures could not
     * be kept: all of it is handed out again.
     */
    void hand(List<OutboxEvent> events) {
        Map<TenantId, List<OutboxEvent>> byTenant =
                events.stream()
                        .collect(
                                Collectors.groupingBy(
                                        OutboxEvent::tenant,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        byTenant.values().forEach(ofTenant -> consumers.values().forEach(c -> hand(c, ofTenant)));
    }

    private void hand(WorkConsumer consumer, List<OutboxEvent> ofTenant) {
        List<OutboxEvent> wanted =
                ofTenant.stream().filter(event -> consumer.wants(event.topic())).toList();
        if (wanted.isEmpty()) {
            return;
        }
        try {
            work(consumer, wanted);
        } catch (RuntimeException e) {
            if (wanted.size() == 1) {
                keep(consumer, wanted.getFirst(), 1, e);
            } else {
                wanted.forEach(event -> handAlone(consumer, event, 1));
            }
        }
    }

    /** Tries again what failed before. */
    void handAgain(FailureStatements.Due due) {
        WorkConsumer consumer = consumers.get(due.consumer());
        if (consumer == null) {
            keep(due.consumer(), due.event(), due.attempts() + 1, "no such consumer here");
        } else if (handAlone(consumer, due.event(), due.attempts() + 1)) {
            retry.call(
                    () -> {
                        failures.done(consumer.name(), due.event().id());
                        return due;
                    });
        }
    }

    private boolean handAlone(WorkConsumer consumer, OutboxEvent event, long attempt) {
        try {
            work(consumer, List.of(event));
            return true;
        } catch (RuntimeException e) {
            keep(consumer, event, attempt, e);
            return false;
        }
    }

    private void work(WorkConsumer consumer, List<OutboxEvent> events) {
        OutboxEvent first = events.getFirst();
        CurrentTenant.run(
                first.tenant(),
                Act.ofJob("relay-" + consumer.name(), first.id().toString()),
                () -> consumer.work(events));
        meters.taken(consumer.name(), events.size());
    }

    private void keep(WorkConsumer consumer, OutboxEvent event, long attempt, Exception reason) {
        log.warn("{} could not take {}, try {}", consumer.name(), event.id(), attempt, reason);
        meters.failed(consumer.name());
        keep(consumer.name(), event, attempt, reason.toString());
    }

    private void keep(String consumer, OutboxEvent event, long attempt, String why) {
        Instant now = clock.now();
        int pause = (int) Math.min(attempt, PAUSES.size()) - 1;
        Instant next = now.plus(PAUSES.get(pause));
        retry.call(
                () -> {
                    failures.record(consumer, event, attempt, now, next, why);
                    return next;
                });
    }
}
