package io.onhand.admin.deliveries;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PagePlace;
import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Pager;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.identity.Permission;
import io.onhand.inbox.DeliveryHead;
import io.onhand.inbox.DeliveryQueries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private static final String PATH = "/app/deliveries";

    private final DeliveryQueries deliveries;
    private final ConnectionQueries connections;

    DeliveryPageController(DeliveryQueries deliveries, ConnectionQueries connections) {
        this.deliveries = deliveries;
        this.connections = connections;
    }

    @GetMapping(PATH)
    @PageNeeds(Permission.READ_DELIVERIES)
    String deliveries(
            @RequestParam(defaultValue = "") String connection,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var source =
                connection.isEmpty()
                        ? null
                        : connections
                                .byCode(connection)
                                .map(Connection::id)
                                .orElseThrow(PageRefused::nothingThere);
        var found = deliveries.page(source, null, place(after), ROWS_MAX + 1);
        var shown = found.subList(0, Math.min(ROWS_MAX, found.size()));
        model.addAttribute("connection", connection);
        model.addAttribute("deliveries", shown);
        model.addAttribute(
                "codes",
                connections.codes(
                        shown.stream().map(DeliveryHead::connection).collect(Collectors.toSet())));
        model.addAttribute(
                "pager",
                new Pager(
                        after.isEmpty() ? null : address(connection, ""),
                        found.size() > ROWS_MAX
                                ? address(connection, text(shown.getLast()))
                                : null));
        return "deliveries/deliveries";
    }

    @GetMapping(PATH + "/{id}")
    @PageNeeds(Permission.READ_DELIVERIES)
    String delivery(@PathVariable UUID id, Model model) {
        var delivery = deliveries.details(id).orElseThrow(PageRefused::nothingThere);
        var source = delivery.head().connection();
        byte[] body = delivery.body();
        model.addAttribute("delivery", delivery);
        model.addAttribute("code", connections.codes(List.of(source)).getOrDefault(source, ""));
        model.addAttribute("body", body == null ? "" : new String(body, StandardCharsets.UTF_8));
        return "deliveries/delivery";
    }

    private static DeliveryQueries.Place place(String after) {
        return PagePlace.parse(after)
                .map(place -> new DeliveryQueries.Place(place.at(), place.id()))
                .orElse(DeliveryQueries.Place.START);
    }

    private static String text(DeliveryHead last) {
        return new PagePlace(last.receivedAt(), last.id()).toString();
    }

    private static String address(String connection, String after) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("connection", "{connection}")
                .queryParam("after", "{after}")
                .build(connection, after)
                .toString();
    }
}
