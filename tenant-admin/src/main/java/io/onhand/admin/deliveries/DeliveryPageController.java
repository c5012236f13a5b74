package io.onhand.admin.deliveries;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PagePlace;
import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Pager;
import io.onhand.admin.ui.ShopClock;
import io.onhand.admin.ui.Visitor;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.identity.Permission;
import io.onhand.inbox.DeliveryHead;
import io.onhand.inbox.DeliveryQueries;
import io.onhand.inbox.DeliveryState;
import io.onhand.inbox.VisibleDeliveries;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Messages as they came in, and what became of them. */
@Controller
class DeliveryPageController {

    static final int ROWS_MAX = 50;

    /** Connections among which the list is filtered. */
    static final int CONNECTIONS_MAX = 200;

    private static final String PATH = "/app/deliveries";

    private final DeliveryQueries deliveries;
    private final VisibleDeliveries visible;
    private final ConnectionQueries connections;
    private final DeliveryLines lines;
    private final ShopClock clock;

    DeliveryPageController(
            DeliveryQueries deliveries,
            VisibleDeliveries visible,
            ConnectionQueries connections,
            DeliveryLines lines,
            ShopClock clock) {
        this.deliveries = deliveries;
        this.visible = visible;
        this.connections = connections;
        this.lines = lines;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @PageNeeds(Permission.READ_DELIVERIES)
    String deliveries(
            @RequestParam(defaultValue = "") String connection,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            Visitor visitor,
            Model model) {
        var source =
                connection.isEmpty()
                        ? null
                        : connections
                                .byCode(connection)
                                .map(Connection::id)
                                .orElseThrow(PageRefused::nothingThere);
        var found = visible.page(source, state(state), place(after), ROWS_MAX + 1, visitor.only());
        var shown = found.subList(0, Math.min(ROWS_MAX, found.size()));
        model.addAttribute("connection", connection);
        model.addAttribute("state", state);
        model.addAttribute("states", DeliveryState.values());
        model.addAttribute("connections", connections(visitor));
        model.addAttribute("deliveries", lines.lines(shown, visitor));
        model.addAttribute("zone", clock.zoneName(visitor));
        model.addAttribute(
                "pager",
                new Pager(
                        after.isEmpty() ? null : address(connection, state, ""),
                        found.size() > ROWS_MAX
                                ? address(connection, state, text(shown.getLast()))
                                : null));
        return "deliveries/deliveries";
    }

    private List<Connection> connections(Visitor visitor) {
        return connections.page("", CONNECTIONS_MAX).stream()
                .filter(one -> visible.isVisible(one, visitor.only()))
                .map(one -> one.connection())
                .toList();
    }

    @GetMapping(PATH + "/{id}")
    @PageNeeds(Permission.READ_DELIVERIES)
    String delivery(@PathVariable UUID id, Visitor visitor, Model model) {
        var delivery = deliveries.details(id).orElseThrow(PageRefused::nothingThere);
        if (!visible.isVisible(delivery.head(), visitor.only())) {
            throw PageRefused.elsewhere();
        }
        byte[] body = delivery.body();
        model.addAttribute("delivery", delivery);
        model.addAttribute("line", lines.lines(List.of(delivery.head()), visitor).getFirst());
        model.addAttribute("body", body == null ? "" : new String(body, StandardCharsets.UTF_8));
        return "deliveries/delivery";
    }

    private static @Nullable DeliveryState state(String word) {
        if (word.isEmpty()) {
            return null;
        }
        return Arrays.stream(DeliveryState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(PageRefused::misread);
    }

    private static DeliveryQueries.Place place(String after) {
        return PagePlace.parse(after)
                .map(place -> new DeliveryQueries.Place(place.at(), place.id()))
                .orElse(DeliveryQueries.Place.START);
    }

    private static String text(DeliveryHead last) {
        return new PagePlace(last.receivedAt(), last.id()).toString();
    }

    private static String address(String connection, String state, String after) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("connection", "{connection}")
                .queryParam("state", "{state}")
                .queryParam("after", "{after}")
                .build(connection, state, after)
                .toString();
    }
}
