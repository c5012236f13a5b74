package io.onhand.web.demo;

import io.onhand.web.api.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onhand.plugins.standin.TillSale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page with the till, and what is tapped on it. */
@Controller
@OnDemo
class TillPageController {

    private static final Duration LATE = Duration.ofSeconds(10);
    private static final int THRICE = 3;
    private static final String GO = "redirect:";

    private final DemoTills tills;
    private final TillPages pages;

    TillPageController(DemoTills tills, TillPages pages) {
        this.tills = tills;
        this.pages = pages;
    }

    @GetMapping(TillForm.PATH)
    ModelAndView till(@ModelAttribute TillForm form) {
        if (tills.areElsewhere()) {
            return new ModelAndView("demo/no-till", HttpStatus.NOT_FOUND);
        }
        return new ModelAndView("demo/till", "till", pages.page(form));
    }

    @PostMapping(TillForm.PATH + "/pay")
    String pay(@ModelAttribute TillForm form) {
        Basket taken = form.taken();
        List<TillSale.Line> lines = new ArrayList<>();
        taken.units()
                .forEach((sku, units) -> lines.add(new TillSale.Line(sku, String.valueOf(units))));
        if (lines.isEmpty()) {
            return GO + form.after("empty");
        }
        var sale =
                new TillSale(
                        form.place(),
                        lines,
                        form.isThrice() ? THRICE : 1,
                        form.isLate() ? LATE : Duration.ZERO,
                        null);
        try {
            String order = tills.sell(sale);
            return GO + form.afterSale(new PastSale(order, taken, false));
        } catch (Refusal refusal) {
            return GO + form.after("refused");
        }
    }
}
