package io.onhand.web.site;

import io.onhand.identity.Sessions;
import io.onhand.web.security.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Signing out. */
@Controller
class SignOutController {

    private final Sessions sessions;
    private final SessionCookie cookie;

    SignOutController(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::end);
        cookie.clear(response);
        return "redirect:/sign-in";
    }
}
