package io.onhand.admin.locations;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.Pager;
import io.onhand.admin.ui.Visitor;
import io.onhand.identity.Permission;
import io.onhand.locations.LocationQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The places that hold stock. */
@Controller
class LocationPageController {

    static final int ROWS_MAX = 50;

    private static final String PATH = "/app/locations";

    private final LocationQueries locations;

    LocationPageController(LocationQueries locations) {
        this.locations = locations;
    }

    @GetMapping(PATH)
    @PageNeeds(Permission.READ_LOCATIONS)
    String locations(@RequestParam(defaultValue = "") String after, Visitor visitor, Model model) {
        var found = locations.page(after, visitor.only(), ROWS_MAX + 1);
        var shown = found.subList(0, Math.min(ROWS_MAX, found.size()));
        model.addAttribute("locations", shown);
        model.addAttribute(
                "pager",
                new Pager(
                        after.isEmpty() ? null : PATH,
                        found.size() > ROWS_MAX ? next(shown.getLast().code()) : null));
        return "locations/locations";
    }

    private static String next(String code) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("after", "{after}")
                .build(code)
                .toString();
    }
}
