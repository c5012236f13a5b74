package io.onhand.admin.connections;

import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Visitor;
import io.onhand.channels.ConnectionDetails;
import io.onhand.channels.ConnectionQueries;
import io.onhand.inbox.VisibleDeliveries;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds the connection of a page, as far as its visitor may see it. */
@Component
class VisibleConnections {

    static final String PATH = "/app/connections";

    private final ConnectionQueries connections;
    private final VisibleDeliveries visible;

    VisibleConnections(ConnectionQueries connections, VisibleDeliveries visible) {
        this.connections = connections;
        this.visible = visible;
    }

    /**
     * The connection of this code.
     *
     * @throws PageRefused when there is none, or it is out of sight
     */
    ConnectionDetails get(String code, Visitor visitor) {
        ConnectionDetails found = connections.details(code).orElseThrow(PageRefused::nothingThere);
        if (!visible.isVisible(found, visitor.only())) {
            throw PageRefused.elsewhere();
        }
        return found;
    }

    /** The address of a page of a connection. */
    static String address(String code, String page) {
        return UriComponentsBuilder.fromPath(PATH + "/{code}" + page).build(code).toString();
    }
}
