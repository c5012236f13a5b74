package io.onhand.web.api.v1;

import io.onhand.channels.ConnectionDetails;
import io.onhand.channels.ConnectionQueries;
import io.onhand.identity.Caller;
import io.onhand.inbox.VisibleDeliveries;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import org.springframework.stereotype.Component;

/** Finds the connection that a request names, as far as its caller may see it. */
@Component
class CallerConnections {

    private final ConnectionQueries connections;
    private final VisibleDeliveries visible;

    CallerConnections(ConnectionQueries connections, VisibleDeliveries visible) {
        this.connections = connections;
        this.visible = visible;
    }

    /**
     * The connection of this code.
     *
     * @throws Refusal when there is none, or it is out of sight
     */
    ConnectionDetails get(Caller caller, String code) {
        ConnectionDetails found = connections.details(code).orElseThrow(() -> unknown(code));
        if (!sees(caller, found)) {
            throw new Refusal(
                    ProblemCode.LOCATION_NOT_ALLOWED,
                    "This connection is of locations outside the caller's limit.");
        }
        return found;
    }

    boolean sees(Caller caller, ConnectionDetails connection) {
        return visible.isVisible(connection, caller.limit().only());
    }

    static Refusal unknown(String code) {
        return Refusal.notFound("There is no connection " + code + ".");
    }
}
