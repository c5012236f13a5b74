package io.onhand.admin.connections;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Visitor;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionChange;
import io.onhand.channels.ConnectionDetails;
import io.onhand.channels.Connections;
import io.onhand.channels.Secrets;
import io.onhand.identity.Permission;
import io.onhand.plugin.Declaration;
import io.onhand.plugins.PluginRunner;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a connection is told: its name, whether it moves stock, its settings and secrets. */
@Controller
class ConnectionSettingsPageController {

    private static final String PATH = VisibleConnections.PATH + "/{code}/settings";

    private final VisibleConnections visible;
    private final PluginRunner plugins;
    private final Connections connections;

    ConnectionSettingsPageController(
            VisibleConnections visible, PluginRunner plugins, Connections connections) {
        this.visible = visible;
        this.plugins = plugins;
        this.connections = connections;
    }

    @GetMapping(PATH)
    @PageNeeds(Permission.WRITE_CONNECTIONS)
    ModelAndView settings(@PathVariable String code, Visitor visitor) {
        ConnectionDetails details = visible.get(code, visitor);
        return page(details, new ConnectionForm(declaration(details), fields(details)));
    }

    private static Map<String, String> fields(ConnectionDetails details) {
        Connection now = details.connection();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", now.name());
        fields.put("mode", now.mode().word());
        fields.put("match", now.match().word());
        now.settings().forEach((name, value) -> fields.put("setting." + name, value));
        return fields;
    }

    /** Changes it; a secret that is left empty stays. */
    @PostMapping(PATH)
    @PageNeeds(Permission.WRITE_CONNECTIONS)
    ModelAndView change(
            @PathVariable String code, @RequestParam Map<String, String> fields, Visitor visitor) {
        ConnectionDetails details = visible.get(code, visitor);
        var form = new ConnectionForm(declaration(details), fields);
        form.check();
        Map<String, String> secrets = form.secrets();
        if (!secrets.isEmpty() && !visitor.may("write-secrets")) {
            throw PageRefused.forbidden();
        }
        if (form.isRefused()) {
            ModelAndView page = page(details, form);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        connections.change(
                code,
                new ConnectionChange(
                        form.value("name"),
                        form.mode().orElse(null),
                        form.match().orElse(null),
                        form.settingsOver(details.connection().settings()),
                        secrets.isEmpty() ? null : new Secrets(secrets),
                        null));
        return new ModelAndView(
                "redirect:" + VisibleConnections.address(code, "") + "?done=changed");
    }

    private Declaration declaration(ConnectionDetails details) {
        return plugins.declaration(details.connection().plugin())
                .orElseThrow(PageRefused::nothingThere);
    }

    private ModelAndView page(ConnectionDetails details, ConnectionForm form) {
        var page = new ModelAndView("connections/settings");
        page.addObject("connection", details.connection());
        page.addObject("declaration", declaration(details));
        page.addObject("form", form);
        return page;
    }
}
