package io.onhand.channels;

import io.onhand.locations.LocationId;
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
    List<Reading> read(Intake intake, List<SourceEvent> events) {
        documents.checkTypes(intake.connection(), events);
        var reader = new EventReader(intake, names.names(intake.connection(), events));
        return events.stream().map(reader::read).toList();
    }

    /** Every location whose stock these events may move, by its name. */
    Map<String, LocationId> places(Connection connection, List<SourceEvent> events) {
        Map<String, LocationId> places = new HashMap<>(documents.places(connection, events));
        places.putAll(names.names(connection, events).locations());
        return places;
    }
}
