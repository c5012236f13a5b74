package io.onhand.web.site;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that everybody sees first. */
@Controller
class HomeController {

    private final boolean demo;

    HomeController(@Value("${onhand.demo:true}") boolean demo) {
        this.demo = demo;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("demo", demo);
        return "site/home";
    }
}
