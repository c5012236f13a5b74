package io.onhand.web.foreign;

import io.onhand.web.security.ForeignIssuer;
import io.onhand.web.security.OnForeignSignIn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends people to the issuer, and tells those who come back without a sign-in why. */
@Controller
@OnForeignSignIn
class ForeignSignInController {

    private static final Set<String> TROUBLES = Set.of("unknown", "failed");
    private static final String WAY = "/sign-in/at/" + ForeignIssuer.ID;

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String trouble,
            Model model) {
        if (!TROUBLES.contains(trouble)) {
            return "redirect:"
                    + (next.isEmpty()
                            ? WAY
                            : WAY + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        }
        model.addAttribute("trouble", trouble);
        model.addAttribute("way", WAY);
        return "site/sign-in-elsewhere";
    }
}
