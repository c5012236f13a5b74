package io.onhand.web.demo;

import io.onhand.admin.stock.LevelExplanations;
import io.onhand.admin.stock.LevelTables;
import io.onhand.tenancy.BusinessClock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The shops' stock, and why each number is what it is. */
@Controller
@OnDemo
class StockController {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final TeaShops shops;
    private final LevelTables tables;
    private final LevelExplanations explanations;
    private final BusinessClock clock;

    StockController(
            TeaShops shops,
            LevelTables tables,
            LevelExplanations explanations,
            BusinessClock clock) {
        this.shops = shops;
        this.tables = tables;
        this.explanations = explanations;
        this.clock = clock;
    }

    @GetMapping("/demo")
    String stock(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var table =
                shops.read(() -> understood(() -> tables.page(q.strip(), after, "/demo/stock")));
        model.addAttribute("table", table);
        model.addAttribute("readAt", TIME.format(clock.now()));
        return "demo/stock";
    }

    @GetMapping("/demo/stock/{sku}/{location}")
    String explanation(
            @PathVariable String sku,
            @PathVariable String location,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var level = shops.read(() -> understood(() -> explanations.explain(sku, location, before)));
        model.addAttribute(
                "level",
                level.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "demo/explanation";
    }

    private static <T> T understood(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }
}
