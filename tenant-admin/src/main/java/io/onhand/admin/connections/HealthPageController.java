package io.onhand.admin.connections;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.ShopClock;
import io.onhand.admin.ui.Visitor;
import io.onhand.channels.ConnectionDetails;
import io.onhand.identity.Permission;
import io.onhand.sync.ConnectionStands;
import io.onhand.tenancy.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How a connection stands, and what may be done about it. */
@Controller
class HealthPageController {

    private static final String PATH = VisibleConnections.PATH + "/{code}";

    private final VisibleConnections visible;
    private final HealthPages pages;
    private final ConnectionStands stands;
    private final ShopClock shopClock;
    private final BusinessClock clock;

    HealthPageController(
            VisibleConnections visible,
            HealthPages pages,
            ConnectionStands stands,
            ShopClock shopClock,
            BusinessClock clock) {
        this.visible = visible;
        this.pages = pages;
        this.stands = stands;
        this.shopClock = shopClock;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param done what was just done, for its sentence
     */
    @GetMapping(PATH)
    @PageNeeds(Permission.READ_CONNECTIONS)
    ModelAndView health(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String done,
            Visitor visitor) {
        ModelAndView page = page(visible.get(code, visitor), null, visitor);
        page.addObject("done", done);
        return page;
    }

    /** Tests whether the access works. Changes nothing, so that the answer is the page. */
    @PostMapping(PATH + "/access")
    @PageNeeds(Permission.WRITE_CONNECTIONS)
    ModelAndView test(@PathVariable String code, Visitor visitor) {
        ConnectionDetails details = visible.get(code, visitor);
        return page(details, pages.test(details), visitor);
    }

    /** Pauses it, or ends its pause. */
    @PostMapping(PATH + "/pause")
    @PageNeeds(Permission.WRITE_CONNECTIONS)
    String pause(@PathVariable String code, @RequestParam boolean paused, Visitor visitor) {
        var id = visible.get(code, visitor).connection().id();
        if (paused) {
            stands.pause(id);
        } else {
            stands.resume(id);
        }
        return "redirect:"
                + VisibleConnections.address(code, "")
                + (paused ? "?done=paused" : "?done=resumed");
    }

    private ModelAndView page(
            ConnectionDetails details, HealthPage.@Nullable Access access, Visitor visitor) {
        var page = new ModelAndView("connections/connection");
        page.addObject("page", pages.page(details, access, visitor));
        page.addObject("connection", details.connection());
        page.addObject("time", shopClock.time(visitor));
        page.addObject("now", clock.now());
        page.addObject("done", "");
        return page;
    }
}
