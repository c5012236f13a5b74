package io.onhand.web.demo;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.channels.SourceEvent;
import io.onhand.channels.SourceEvents;
import io.onhand.tenancy.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends the history as the connection's source events, in large requests. Again does nothing. */
@Component
@OnDemo
class DemoPost {

    private static final int EVENTS_A_REQUEST = 500;

    private final ConnectionQueries connections;
    private final SourceEvents events;

    DemoPost(ConnectionQueries connections, SourceEvents events) {
        this.connections = connections;
        this.events = events;
    }

    /**
     * Sends all of it for the current tenant.
     *
     * @param step run after each request
     */
    void send(Retailer retailer, List<SourceEvent> history, Runnable step) {
        Connection connection = connections.byCode(retailer.connection()).orElseThrow();
        var actor = new Actor(Actor.Type.CONNECTION, connection.code());
        for (int from = 0; from < history.size(); from += EVENTS_A_REQUEST) {
            int to = Math.min(history.size(), from + EVENTS_A_REQUEST);
            events.take(connection, actor, history.subList(from, to));
            step.run();
        }
    }
}
