package io.onhand.admin.connections;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.Pager;
import io.onhand.admin.ui.Visitor;
import io.onhand.channels.ConnectionQueries;
import io.onhand.identity.Permission;
import io.onhand.inbox.VisibleDeliveries;
import io.onhand.plugins.PluginRunner;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Tills and other systems that tell what happens. */
@Controller
class ConnectionPageController {

    static final int ROWS_MAX = 50;

    private static final String PATH = "/app/connections";

    private final ConnectionQueries connections;
    private final VisibleDeliveries visible;
    private final PluginRunner plugins;

    ConnectionPageController(
            ConnectionQueries connections, VisibleDeliveries visible, PluginRunner plugins) {
        this.connections = connections;
        this.visible = visible;
        this.plugins = plugins;
    }

    @GetMapping(PATH)
    @PageNeeds(Permission.READ_CONNECTIONS)
    String connections(
            @RequestParam(defaultValue = "") String after, Visitor visitor, Model model) {
        var found = connections.page(after, ROWS_MAX + 1);
        var shown = found.subList(0, Math.min(ROWS_MAX, found.size()));
        model.addAttribute(
                "connections",
                shown.stream().filter(one -> visible.isVisible(one, visitor.only())).toList());
        model.addAttribute(
                "pluginTitles",
                shown.stream()
                        .map(one -> one.connection().plugin())
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), plugins::title)));
        model.addAttribute(
                "pager",
                new Pager(
                        after.isEmpty() ? null : PATH,
                        found.size() > ROWS_MAX
                                ? UriComponentsBuilder.fromPath(PATH)
                                        .queryParam("after", "{after}")
                                        .build(shown.getLast().connection().code())
                                        .toString()
                                : null));
        return "connections/connections";
    }
}
