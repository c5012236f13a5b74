package io.onhand.admin.ui;

import io.onhand.identity.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Addresses under which no page is. */
@Controller
class NowhereController {

    @GetMapping("/app/**")
    @PageNeeds(Permission.READ_STOCK)
    String nowhere() {
        throw PageRefused.nothingThere();
    }
}
