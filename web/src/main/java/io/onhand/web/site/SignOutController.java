package io.onhand.web.site;

import io.onhand.web.security.ForeignIssuer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing out; also at the issuer, where there is one. */
@Controller
class SignOutController {

    /** Where the local issuer goes on from, if another installation sent the person here. */
    private static final String OF_ISSUER = "/connect/logout\\?[!-z|~]{1,2000}";

    private final OpenedSessions sessions;

    private final Optional<ForeignIssuer> issuer;

    SignOutController(OpenedSessions sessions, Optional<ForeignIssuer> issuer) {
        this.sessions = sessions;
        this.issuer = issuer;
    }

    @PostMapping("/sign-out")
    String signOut(
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.end(request, response);
        if (next.matches(OF_ISSUER)) {
            return "redirect:" + next;
        }
        return "redirect:"
                + issuer.flatMap(ForeignIssuer::endSession)
                        .orElse(issuer.isPresent() ? "/" : "/sign-in");
    }
}
