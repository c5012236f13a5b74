package io.onhand.channels;

import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.stock.DocumentQueries;
import io.onhand.stock.PostedDocument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What events do to documents that were there before them. */
@Component
class Documents {

    private final DocumentQueries documents;
    private final LocationQueries locations;

    Documents(DocumentQueries documents, LocationQueries locations) {
        this.documents = documents;
        this.locations = locations;
    }

    /** Where the type of a document would change to anything but a void, by the event's place. */
    Map<Integer, EventRefused> wrongTypes(Connection connection, List<SourceEvent> events) {
        Map<String, PostedDocument> before = before(connection, events);
        Map<Integer, EventRefused> wrong = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            SourceEvent event = events.get(i);
            PostedDocument document = before.get(event.externalId());
            if (document != null && changesType(document, event)) {
                wrong.put(
                        i,
                        new EventRefused(
                                i,
                                EventRefused.BAD_TYPE,
                                "The document's type is " + document.type() + "."));
            }
        }
        return wrong;
    }

    private static boolean changesType(PostedDocument document, SourceEvent event) {
        return event.revision() > document.revision()
                && event.type() != EventType.VOID
                && document.type() != null
                && !document.type().equals(event.type().word());
    }

    /** Where the documents stand that these events change, by the codes of these places. */
    Map<String, LocationId> places(Connection connection, List<SourceEvent> events) {
        Set<LocationId> ids = new HashSet<>();
        before(connection, events).values().forEach(document -> ids.addAll(document.locations()));
        Map<String, LocationId> places = new HashMap<>();
        if (!ids.isEmpty()) {
            for (Location location : locations.byId(ids).values()) {
                places.put(location.code(), location.id());
            }
        }
        return places;
    }

    private Map<String, PostedDocument> before(Connection connection, List<SourceEvent> events) {
        List<String> revised =
                events.stream()
                        .filter(event -> event.revision() > 0)
                        .map(SourceEvent::externalId)
                        .distinct()
                        .toList();
        return revised.isEmpty() ? Map.of() : documents.of(connection.id(), revised);
    }
}
