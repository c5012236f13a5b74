package io.onhand.admin.exceptions;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PagePlace;
import io.onhand.admin.ui.Pager;
import io.onhand.admin.ui.Visitor;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.exceptions.OpenWork;
import io.onhand.identity.Permission;
import io.onhand.locations.LocationQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Open work for people, and what was settled. */
@Controller
class ExceptionPageController {

    static final int ROWS_MAX = 50;
    static final int PLACES_MAX = 200;

    private static final String PATH = "/app/exceptions";

    private final ExceptionQueries queries;
    private final WorkLines lines;
    private final LocationQueries locations;

    ExceptionPageController(ExceptionQueries queries, WorkLines lines, LocationQueries locations) {
        this.queries = queries;
        this.lines = lines;
        this.locations = locations;
    }

    @GetMapping(PATH)
    @PageNeeds(Permission.READ_EXCEPTIONS)
    String exceptions(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String trouble,
            Visitor visitor,
            Model model) {
        boolean open = state.equals("open");
        var found = queries.page(open, null, place(after), ROWS_MAX + 1);
        var shown = found.subList(0, Math.min(ROWS_MAX, found.size()));
        model.addAttribute("open", open);
        model.addAttribute(
                "trouble", trouble.equals("name") || trouble.equals("late") ? trouble : "");
        model.addAttribute("lines", lines.lines(shown, visitor));
        model.addAttribute("places", locations.page("", visitor.only(), PLACES_MAX));
        model.addAttribute(
                "pager",
                new Pager(
                        after.isEmpty() ? null : address(state, ""),
                        found.size() > ROWS_MAX ? address(state, text(shown.getLast())) : null));
        return "exceptions/exceptions";
    }

    private static ExceptionQueries.Place place(String after) {
        return PagePlace.parse(after)
                .map(place -> new ExceptionQueries.Place(place.at(), place.id()))
                .orElse(ExceptionQueries.Place.START);
    }

    private static String text(OpenWork last) {
        return new PagePlace(last.firstAt(), last.id().value()).toString();
    }

    private static String address(String state, String after) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("state", "{state}")
                .queryParam("after", "{after}")
                .build(state, after)
                .toString();
    }
}
