package io.onhand.admin.ui;

import io.onhand.identity.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A page of help by itself, as others lead to it. */
@Controller
class HelpPageController {

    static final String PATH = "/app/help";

    private final HelpPages pages;

    HelpPageController(HelpPages pages) {
        this.pages = pages;
    }

    @GetMapping(PATH + "/{page}")
    @PageNeeds(Permission.READ_STOCK)
    String help(@PathVariable String page, Model model) {
        if (!pages.has(page)) {
            throw PageRefused.nothingThere();
        }
        model.addAttribute("text", pages.html(page));
        return "ui/help";
    }
}
