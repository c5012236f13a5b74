package io.onhand.web.demo;

import io.onhand.web.api.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What else may be done at the till, besides selling. */
@Controller
@OnDemo
class TillTroubleController {

    private static final String GO = "redirect:";

    private final DemoTills tills;

    TillTroubleController(DemoTills tills) {
        this.tills = tills;
    }

    /** Takes a sale back. */
    @PostMapping(TillForm.PATH + "/back")
    String takeBack(@RequestParam String order, @ModelAttribute TillForm form) {
        return done(form, form.afterRefund(order), () -> tills.refund(order));
    }

    /** Counts an article. */
    @PostMapping(TillForm.PATH + "/count")
    String count(
            @RequestParam String sku,
            @RequestParam String quantity,
            @ModelAttribute TillForm form) {
        if (!quantity.strip().matches("[0-9]{1,5}")) {
            return GO + form.after("uncounted");
        }
        return done(
                form,
                form.afterCount(sku),
                () -> tills.recount(form.place(), sku, quantity.strip()));
    }

    /** Takes the network away or brings it back, and lets messages overtake each other or not. */
    @PostMapping(TillForm.PATH + "/network")
    String network(
            @RequestParam(required = false) @Nullable Boolean down,
            @RequestParam(required = false) @Nullable Boolean mixed,
            @ModelAttribute TillForm form) {
        String what =
                down == null
                        ? Boolean.TRUE.equals(mixed) ? "mixed" : "orderly"
                        : down ? "down" : "up";
        return done(form, form.after(what), () -> tills.change(down, mixed));
    }

    private static String done(TillForm form, String address, Runnable deed) {
        try {
            deed.run();
            return GO + address;
        } catch (Refusal refusal) {
            return GO + form.after("refused");
        }
    }
}
