package io.onhand.admin.connections;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Visitor;
import io.onhand.channels.ConnectionCreation;
import io.onhand.channels.Connections;
import io.onhand.channels.HookKey;
import io.onhand.channels.NewConnection;
import io.onhand.channels.Secrets;
import io.onhand.identity.Permission;
import io.onhand.plugin.Declaration;
import io.onhand.plugins.PluginRunner;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Connects a till: which plugin understands it, and what that wants to know. */
@Controller
class ConnectPageController {

    private static final String PATH = "/app/connect";

    private final PluginRunner plugins;
    private final Connections connections;

    ConnectPageController(PluginRunner plugins, Connections connections) {
        this.plugins = plugins;
        this.connections = connections;
    }

    /**
     * The plugins to choose from, or the form of the one that was chosen.
     *
     * @param plugin its name; empty for none yet
     */
    @GetMapping(PATH)
    @PageNeeds(Permission.WRITE_CONNECTIONS)
    ModelAndView connect(@RequestParam(defaultValue = "") String plugin) {
        if (plugin.isEmpty()) {
            Map<String, String> choice = new LinkedHashMap<>();
            plugins.names().forEach(name -> choice.put(name, plugins.title(name)));
            return new ModelAndView("connections/plugins", "plugins", choice);
        }
        Declaration declaration = declaration(plugin);
        var fields = Map.of("name", declaration.name(), "mode", "observe", "match", "sku");
        return form(plugin, new ConnectionForm(declaration, fields), HttpStatus.OK);
    }

    /** Makes the connection. */
    @PostMapping(PATH)
    @PageNeeds(Permission.WRITE_CONNECTIONS)
    ModelAndView make(
            @RequestParam String plugin,
            @RequestParam Map<String, String> fields,
            Visitor visitor) {
        var form = new ConnectionForm(declaration(plugin), fields);
        form.check();
        form.checkCode();
        Map<String, String> secrets = form.secrets();
        if (!secrets.isEmpty() && !visitor.may("write-secrets")) {
            throw PageRefused.forbidden();
        }
        if (form.isRefused()) {
            return form(plugin, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (connections.create(wanted(plugin, form, secrets))) {
            case ConnectionCreation.Created(var made) ->
                    new ModelAndView(
                            "redirect:"
                                    + VisibleConnections.address(made.connection().code(), "")
                                    + "?done=made");
            case ConnectionCreation.AlreadyExists _ -> {
                form.refuse("code", "taken");
                yield form(plugin, form, HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private static NewConnection wanted(
            String plugin, ConnectionForm form, Map<String, String> secrets) {
        return new NewConnection(
                form.value("code"),
                plugin,
                form.value("name"),
                form.mode().orElseThrow(PageRefused::misread),
                form.match().orElseThrow(PageRefused::misread),
                false,
                form.settings(),
                HookKey.random(),
                new Secrets(secrets),
                Map.of());
    }

    private Declaration declaration(String plugin) {
        return plugins.declaration(plugin).orElseThrow(PageRefused::nothingThere);
    }

    private ModelAndView form(String plugin, ConnectionForm form, HttpStatus status) {
        var page = new ModelAndView("connections/connect", status);
        page.addObject("plugin", plugin);
        page.addObject("declaration", declaration(plugin));
        page.addObject("form", form);
        return page;
    }
}
