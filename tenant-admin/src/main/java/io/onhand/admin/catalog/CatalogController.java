package io.onhand.admin.catalog;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Pager;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.VariantDetails;
import io.onhand.catalog.VariantFilter;
import io.onhand.identity.Permission;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What is sold: products and their variants. */
@Controller
class CatalogController {

    static final int ROWS_MAX = 50;

    private static final String PATH = "/app/catalog";

    private final CatalogQueries catalog;

    CatalogController(CatalogQueries catalog) {
        this.catalog = catalog;
    }

    @GetMapping(PATH)
    @PageNeeds(Permission.READ_CATALOG)
    String catalog(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var found = find(q.strip(), after);
        var shown = found.subList(0, Math.min(ROWS_MAX, found.size()));
        model.addAttribute("question", q.strip());
        model.addAttribute("variants", shown);
        model.addAttribute(
                "pager",
                new Pager(
                        after.isEmpty() ? null : address(q, ""),
                        found.size() > ROWS_MAX ? address(q, shown.getLast().sku()) : null));
        return "catalog/catalog";
    }

    private List<VariantDetails> find(String question, String after) {
        var filter =
                new VariantFilter(
                        Optional.of(question).filter(words -> !words.isEmpty()),
                        Optional.empty(),
                        Optional.empty());
        try {
            return catalog.variants(filter, after, ROWS_MAX + 1);
        } catch (IllegalArgumentException e) {
            throw PageRefused.misread();
        }
    }

    private static String address(String question, String after) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("q", "{q}")
                .queryParam("after", "{after}")
                .build(question.strip(), after)
                .toString();
    }
}
