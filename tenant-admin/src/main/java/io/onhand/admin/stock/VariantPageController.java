package io.onhand.admin.stock;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Visitor;
import io.onhand.identity.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A variant with its levels. */
@Controller
class VariantPageController {

    private final VariantPages pages;

    VariantPageController(VariantPages pages) {
        this.pages = pages;
    }

    @GetMapping("/app/variants/{sku}")
    @PageNeeds(Permission.READ_STOCK)
    String variant(
            @PathVariable String sku,
            @RequestParam(defaultValue = "") String location,
            @RequestParam(defaultValue = "") String after,
            Visitor visitor,
            Model model) {
        var page = pages.page(sku, location, after, visitor);
        model.addAttribute("variant", page.orElseThrow(PageRefused::nothingThere));
        return "stock/variant";
    }
}
