package io.onhand.web.api.v1;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.channels.EventRefused;
import io.onhand.channels.SourceEvent;
import io.onhand.channels.SourceEvents;
import io.onhand.identity.Caller;
import io.onhand.identity.LocationLimit;
import io.onhand.identity.Permission;
import io.onhand.inbox.EventDoor;
import io.onhand.web.api.Faults;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Needs;
import io.onhand.web.security.Needs.LocationIn;
import io.onhand.web.security.Within;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Events that tills and scripts tell in words that are understood already. */
@RestController
class SourceEventsController {

    private final ConnectionQueries connections;
    private final SourceEvents events;
    private final EventDoor door;

    SourceEventsController(ConnectionQueries connections, SourceEvents events, EventDoor door) {
        this.connections = connections;
        this.events = events;
        this.door = door;
    }

    @PostMapping("/api/v1/source-events")
    @Needs(value = Permission.SEND_EVENTS, location = LocationIn.BODY)
    SourceEventsAnswer take(Caller caller, @RequestBody SourceEventsBody body) {
        Connection connection = connection(body.connection());
        List<SourceEvent> sent = body.sourceEvents();
        holdToLimit(caller, connection, sent);
        try {
            return SourceEventsAnswer.of(door.take(connection, caller.actor(), sent));
        } catch (EventRefused refused) {
            throw refusal(refused);
        }
    }

    private Connection connection(String code) {
        return connections
                .byCode(code)
                .orElseThrow(
                        () -> {
                            var faults = new Faults();
                            faults.at("connection")
                                    .add("unknown-connection", "There is no such connection.");
                            return faults.refusal();
                        });
    }

    /** A place that nobody knows is nobody's, and becomes an exception. */
    private void holdToLimit(Caller caller, Connection connection, List<SourceEvent> sent) {
        if (caller.limit() instanceof LocationLimit.Only) {
            Set<String> named =
                    sent.stream().map(SourceEvent::location).collect(Collectors.toSet());
            events.places(connection, sent)
                    .forEach(
                            (code, id) -> {
                                if (named.contains(code)) {
                                    Within.limit(caller, id, code);
                                } else {
                                    Within.limit(caller, id);
                                }
                            });
        }
    }

    private static Refusal refusal(EventRefused refused) {
        var faults = new Faults();
        Faults event = faults.at("events").at(refused.place());
        boolean type = refused.code().equals(EventRefused.BAD_TYPE);
        (type ? event.at("type") : event).add(refused.code(), refused.detail());
        return faults.refusal();
    }
}
