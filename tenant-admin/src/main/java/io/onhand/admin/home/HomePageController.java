package io.onhand.admin.home;

import io.onhand.admin.stock.TodayPages;
import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.Visitor;
import io.onhand.identity.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after signing in. */
@Controller
class HomePageController {

    private final TodayPages days;

    HomePageController(TodayPages days) {
        this.days = days;
    }

    @GetMapping("/app")
    @PageNeeds(Permission.READ_STOCK)
    String home(Visitor visitor, Model model) {
        model.addAttribute("today", days.today(visitor));
        return "home/home";
    }
}
