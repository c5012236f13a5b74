package io.onhand.admin.exceptions;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PagePlace;
import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Pager;
import io.onhand.admin.ui.Visitor;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.exceptions.OpenWork;
import io.onhand.identity.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Open work for people, what was settled, and beside them what settles it. */
@Controller
class ExceptionPageController {

    static final int ROWS_MAX = 50;

    private static final List<String> STATES = List.of("open", "mine", "closed");
    private static final List<String> TROUBLES = List.of("name", "late", "none");

    private final WorkLines lines;
    private final PickedWork picks;
    private final SettlePanels panels;

    ExceptionPageController(WorkLines lines, PickedWork picks, SettlePanels panels) {
        this.lines = lines;
        this.picks = picks;
        this.panels = panels;
    }

    /**
     * What is listed and what is picked.
     *
     * @param state {@code open}, {@code mine} or {@code closed}
     * @param kind the word of a kind; empty for all
     * @param id the exceptions that are picked
     * @param counted what was typed as what is on the shelf
     */
    record Asked(
            @Nullable String state,
            @Nullable String kind,
            @Nullable String after,
            @Nullable List<UUID> id,
            @Nullable String q,
            @Nullable String sku,
            @Nullable String location,
            @Nullable String counted) {

        List<UUID> picked() {
            return id == null ? List.of() : id;
        }
    }

    /**
     * What came of settling some.
     *
     * @param settled how many are settled; null where nothing was to be
     * @param left how many stay open, because they are not to be settled so
     */
    record Outcome(@Nullable Integer settled, @Nullable Integer left) {}

    @GetMapping(WorkAddress.PATH)
    @PageNeeds(Permission.READ_EXCEPTIONS)
    String exceptions(
            @ModelAttribute("asked") Asked asked,
            @RequestParam(name = "do", defaultValue = "") String action,
            @RequestParam(defaultValue = "") String trouble,
            @ModelAttribute("outcome") Outcome outcome,
            Visitor visitor,
            Model model) {
        var picked = picks.found(asked.picked(), visitor);
        var address =
                new WorkAddress(
                        STATES.contains(text(asked.state())) ? text(asked.state()) : "open",
                        text(asked.kind()),
                        picked.stream().map(work -> work.id().toString()).toList());
        list(address, text(asked.after()), visitor, model);
        model.addAttribute("trouble", TROUBLES.contains(trouble) ? trouble : "");
        if (!picked.isEmpty()) {
            var chosen =
                    new SettlementChoice.Chosen(
                            action,
                            text(asked.sku()),
                            text(asked.location()),
                            text(asked.counted()),
                            "");
            model.addAttribute(
                    "panel", panels.panel(picked, chosen, text(asked.q()), address, visitor));
        }
        return "exceptions/exceptions";
    }

    private void list(WorkAddress address, String after, Visitor visitor, Model model) {
        var filter =
                new ExceptionQueries.Filter(
                        !address.state().equals("closed"),
                        kind(address.kind()),
                        address.state().equals("mine") ? visitor.caller().actor().id() : null);
        var found = lines.page(filter, place(after), ROWS_MAX + 1, visitor);
        var shown = found.subList(0, Math.min(ROWS_MAX, found.size()));
        model.addAttribute("address", address);
        model.addAttribute("kinds", ExceptionKind.values());
        model.addAttribute("lines", lines.lines(shown, visitor));
        model.addAttribute(
                "pager",
                new Pager(
                        after.isEmpty() ? null : address.list(""),
                        found.size() > ROWS_MAX ? address.list(text(shown.getLast())) : null));
    }

    private static @Nullable ExceptionKind kind(String word) {
        if (word.isEmpty()) {
            return null;
        }
        return Arrays.stream(ExceptionKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(PageRefused::misread);
    }

    private static ExceptionQueries.Place place(String after) {
        return PagePlace.parse(after)
                .map(place -> new ExceptionQueries.Place(place.at(), place.id()))
                .orElse(ExceptionQueries.Place.START);
    }

    private static String text(OpenWork last) {
        return new PagePlace(last.firstAt(), last.id().value()).toString();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
