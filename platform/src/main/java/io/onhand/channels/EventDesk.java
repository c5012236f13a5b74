package io.onhand.channels;

import io.onhand.exceptions.ExceptionKind;
import io.onhand.locations.LocationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the events of a request with as many questions to the database as it has kinds of them. */
@Component
class EventDesk {

    private final NameBook names;
    private final Documents documents;

    EventDesk(NameBook names, Documents documents) {
        this.names = names;
        this.documents = documents;
    }

    /**
     * What is to be done with each event.
     *
     * @throws EventRefused when the type of a document would change to anything but a void
     */
    List<Reading> read(Intake intake, List<Arrived> arrived) {
        List<SourceEvent> events = arrived.stream().map(Arrived::event).toList();
        Map<Integer, EventRefused> wrong = documents.wrongTypes(intake.connection(), events);
        var reader = new EventReader(intake, names.names(intake.connection(), events));
        List<Reading> readings = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            EventRefused refused = wrong.get(i);
            readings.add(
                    refused == null
                            ? reader.read(arrived.get(i))
                            : impossible(arrived.get(i), refused));
        }
        return readings;
    }

    /** Whether all names in an event are known by now. */
    boolean knows(Connection connection, SourceEvent event) {
        return names.names(connection, List.of(event)).know(event);
    }

    /** Who sent it himself is told; what came in a delivery is kept for a person. */
    private static Reading impossible(Arrived arrived, EventRefused refused) {
        if (arrived.delivery() == null) {
            throw refused;
        }
        return new Reading.Unapplied(
                arrived,
                EventContent.hash(arrived.event()),
                new Reading.Why.Impossible(ExceptionKind.UNREADABLE, refused.detail()));
    }

    /** Every location whose stock these events may move, by its name. */
    Map<String, LocationId> places(Connection connection, List<SourceEvent> events) {
        Map<String, LocationId> places = new HashMap<>(documents.places(connection, events));
        places.putAll(names.names(connection, events).locations());
        return places;
    }
}
