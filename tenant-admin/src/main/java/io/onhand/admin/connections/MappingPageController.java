package io.onhand.admin.connections;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Visitor;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionDetails;
import io.onhand.identity.Permission;
import io.onhand.measure.PlainText;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a connection's names of places and items mean to us. */
@Controller
class MappingPageController {

    private static final String PATH = VisibleConnections.PATH + "/{code}/mapping";
    private static final int QUESTION_MAX = 100;

    private final VisibleConnections visible;
    private final MappingPages pages;
    private final PageMappings mappings;

    MappingPageController(VisibleConnections visible, MappingPages pages, PageMappings mappings) {
        this.visible = visible;
        this.pages = pages;
        this.mappings = mappings;
    }

    /** The page. */
    @GetMapping(PATH)
    @PageNeeds(Permission.READ_CONNECTIONS)
    String mapping(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done,
            Visitor visitor,
            Model model) {
        ConnectionDetails details = visible.get(code, visitor);
        String asked = q.strip().substring(0, Math.min(QUESTION_MAX, q.strip().length()));
        var view = new MappingPages.View(asked, all, after);
        model.addAttribute("connection", details.connection());
        model.addAttribute("view", view);
        model.addAttribute("page", pages.page(details, view, visitor));
        model.addAttribute("done", done);
        return "connections/mapping";
    }

    /**
     * Says what places mean, one after the other.
     *
     * @param fields {@code external}, the names, and {@code location}, as many codes of ours; empty
     *     for none
     */
    @PostMapping(PATH + "/places")
    @PageNeeds(Permission.WRITE_CONNECTIONS)
    String places(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> fields,
            Visitor visitor) {
        ConnectionDetails details = visible.get(code, visitor);
        List<String> external = fields.getOrDefault("external", List.of());
        List<String> location = fields.getOrDefault("location", List.of());
        if (external.size() != location.size()) {
            throw PageRefused.misread();
        }
        external.forEach(MappingPageController::name);
        mappings.places(details, external, location, visitor);
        return "redirect:" + VisibleConnections.address(code, "/mapping") + "?done=places";
    }

    /** Says what an item means. */
    @PostMapping(PATH + "/items")
    @PageNeeds(Permission.WRITE_CONNECTIONS)
    String item(
            @PathVariable String code,
            @RequestParam String external,
            @RequestParam String sku,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String after,
            Visitor visitor) {
        Connection connection = visible.get(code, visitor).connection();
        name(external);
        boolean known = mappings.item(connection, external, sku.strip());
        String path = VisibleConnections.address(code, "/mapping");
        return "redirect:"
                + MappingPages.address(path, new MappingPages.View(q, all, after), after)
                + (known ? "&done=item" : "&done=unknown");
    }

    /** Maps each item that is not mapped yet to what is suggested for it. */
    @PostMapping(PATH + "/suggestions")
    @PageNeeds(Permission.WRITE_CONNECTIONS)
    String suggestions(@PathVariable String code, Visitor visitor) {
        mappings.suggestions(visible.get(code, visitor).connection());
        return "redirect:" + VisibleConnections.address(code, "/mapping") + "?done=suggestions";
    }

    private static void name(String external) {
        try {
            PlainText.code(external);
        } catch (IllegalArgumentException e) {
            throw PageRefused.misread();
        }
    }
}
