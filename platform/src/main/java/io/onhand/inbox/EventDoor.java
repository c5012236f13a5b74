package io.onhand.inbox;

import io.onhand.audit.AuditTrail;
import io.onhand.channels.Arrived;
import io.onhand.channels.Connection;
import io.onhand.channels.EventResult;
import io.onhand.channels.EventText;
import io.onhand.channels.SourceEvent;
import io.onhand.channels.SourceEvents;
import io.onhand.inbox.DeliveryPart.Place;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantTransactions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The door of events that come understood. Those of a live connection go to the ledger at once;
 * those of one that is only observed are kept as a delivery, with what would have become of each.
 */
@Component
public class EventDoor {

    private final SourceEvents events;
    private final DeliveryStatements deliveries;
    private final DeliveryEventStatements parts;
    private final TenantTransactions transactions;
    private final AuditTrail trail;
    private final BusinessClock clock;

    EventDoor(
            SourceEvents events,
            DeliveryStatements deliveries,
            DeliveryEventStatements parts,
            TenantTransactions transactions,
            AuditTrail trail,
            BusinessClock clock) {
        this.events = events;
        this.deliveries = deliveries;
        this.parts = parts;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Takes events as {@link SourceEvents#take} does, and fails as that does. */
    public List<EventResult> take(Connection connection, Actor actor, List<SourceEvent> told) {
        List<EventResult> results = events.take(connection, actor, told);
        if (connection.mode() == Connection.Mode.OBSERVE) {
            keep(connection, told, results);
        }
        return results;
    }

    private void keep(Connection connection, List<SourceEvent> told, List<EventResult> results) {
        UUID id = Region.of(connection.id().value()).newId();
        Instant now = clock.now();
        List<DeliveryPart> rows = new ArrayList<>(told.size());
        for (int place = 0; place < told.size(); place++) {
            var arrived = new Arrived(told.get(place), id, now);
            EventResult foreseen = results.get(place);
            rows.add(
                    DeliveryPart.event(new Place(id, now, place), arrived, null)
                            .ended(foreseen.outcome().word(), foreseen.detail()));
        }
        transactions.write(
                () -> {
                    deliveries.insertObserved(id, connection.id(), now, body(told));
                    parts.put(connection.id(), rows);
                    trail.record(
                            "observe",
                            "delivery",
                            id.toString(),
                            null,
                            Map.of("events", told.size()));
                    return id;
                });
    }

    /** In the form in which a hook takes them, so that it can be read again. */
    private static byte[] body(List<SourceEvent> told) {
        return told.stream()
                .map(EventText::of)
                .collect(Collectors.joining(",", "{\"events\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
