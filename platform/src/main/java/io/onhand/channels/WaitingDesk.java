package io.onhand.channels;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads events that wait, those of one sender together. What a connection told that is only
 * observed by now goes on waiting.
 */
@Component
class WaitingDesk {

    private final EventDesk desk;
    private final ConnectionQueries connections;

    WaitingDesk(EventDesk desk, ConnectionQueries connections) {
        this.desk = desk;
        this.connections = connections;
    }

    /** Events of one sender and, at the same places, what is to be done with each. */
    record Part(Intake intake, List<WaitingEvent> events, List<Reading> readings) {}

    /** Who told events to which connection. */
    private record Sender(SourceId connection, Actor actor) {}

    List<Part> read(List<WaitingEvent> waiting) {
        Map<Sender, List<WaitingEvent>> bySender =
                waiting.stream()
                        .collect(
                                Collectors.groupingBy(
                                        event -> new Sender(event.connection(), event.actor()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<Part> parts = new ArrayList<>();
        bySender.forEach(
                (sender, events) ->
                        connections
                                .find(sender.connection())
                                .filter(c -> c.mode() == Connection.Mode.LIVE)
                                .ifPresent(c -> parts.add(part(c, sender.actor(), events))));
        return parts;
    }

    private Part part(Connection connection, Actor actor, List<WaitingEvent> events) {
        var intake = new Intake(CurrentTenant.id(), connection, actor);
        return new Part(
                intake,
                events,
                desk.read(intake, events.stream().map(WaitingEvent::arrived).toList()));
    }
}
