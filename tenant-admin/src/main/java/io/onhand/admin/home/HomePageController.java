package io.onhand.admin.home;

import io.onhand.admin.exceptions.WorkLines;
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

    static final int WORK_MAX = 5;

    private final TodayPages days;
    private final WorkLines work;

    HomePageController(TodayPages days, WorkLines work) {
        this.days = days;
        this.work = work;
    }

    @GetMapping("/app")
    @PageNeeds(Permission.READ_STOCK)
    String home(Visitor visitor, Model model) {
        model.addAttribute("today", days.today(visitor));
        if (visitor.may("read-exceptions")) {
            model.addAttribute("work", work.newest(visitor, WORK_MAX));
        }
        return "home/home";
    }
}
