package io.onhand.admin.stock;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Visitor;
import io.onhand.identity.Permission;
import io.onhand.locations.Location;
import io.onhand.locations.LocationQueries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Stock in all locations and in one, and why a number is what it is. */
@Controller
class StockPageController {

    private static final String PATH = "/app/stock";
    private static final String VARIANTS = "/app/variants";

    private final LevelTables tables;
    private final PlaceTables placeTables;
    private final LevelExplanations explanations;
    private final LocationQueries locations;

    StockPageController(
            LevelTables tables,
            PlaceTables placeTables,
            LevelExplanations explanations,
            LocationQueries locations) {
        this.tables = tables;
        this.placeTables = placeTables;
        this.explanations = explanations;
        this.locations = locations;
    }

    @GetMapping(PATH)
    @PageNeeds(Permission.READ_STOCK)
    String stock(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String location,
            @RequestParam(defaultValue = "") String after,
            Visitor visitor,
            Model model) {
        Optional<Location> place = place(location, visitor);
        var only = place.map(p -> Set.of(p.id())).orElse(visitor.only());
        var view = new LevelTables.View(q.strip(), after, only, PATH, VARIANTS);
        addTabs(place, visitor, model);
        var table = understood(() -> tables.page(view));
        model.addAttribute("table", table);
        place.ifPresent(p -> model.addAttribute("lines", placeTables.lines(table, p)));
        return "stock/stock";
    }

    /** A location for which there is no room has a tab only while it is looked at. */
    private void addTabs(Optional<Location> place, Visitor visitor, Model model) {
        var places = Places.read(locations, "", visitor.only());
        model.addAttribute(
                "places",
                Stream.concat(places.shown().stream(), place.stream()).distinct().toList());
        model.addAttribute("more", places.hasNext());
        model.addAttribute("location", place.map(Location::code).orElse(null));
    }

    private Optional<Location> place(String code, Visitor visitor) {
        if (code.isEmpty()) {
            return Optional.empty();
        }
        var found = locations.byCode(List.of(code)).get(code);
        if (found == null) {
            throw PageRefused.nothingThere();
        }
        if (!visitor.sees(found.id())) {
            throw PageRefused.elsewhere();
        }
        return Optional.of(found);
    }

    @GetMapping(PATH + "/{sku}/{location}")
    @PageNeeds(Permission.READ_STOCK)
    String explanation(
            @PathVariable String sku,
            @PathVariable String location,
            @RequestParam(required = false) @Nullable String before,
            Visitor visitor,
            Model model) {
        place(location, visitor);
        var level = understood(() -> explanations.explain(sku, location, before));
        model.addAttribute("level", level.orElseThrow(PageRefused::nothingThere));
        return "stock/level";
    }

    private static <T> T understood(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw PageRefused.misread();
        }
    }
}
