package io.onhand.web.site;

import io.onhand.identity.People;
import io.onhand.identity.Person;
import io.onhand.identity.Sessions;
import io.onhand.identity.SignIn;
import io.onhand.identity.SignInOutcome;
import io.onhand.web.security.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with email and password. */
@Controller
class SignInController {

    private static final String PAGE = "site/sign-in";
    private static final String HOME = "/app";
    private static final String PAGE_OF_OURS = "/app([/?][!-z|~]{0,2000})?";

    private final SignIn signIn;
    private final Sessions sessions;
    private final People people;
    private final SessionCookie cookie;

    SignInController(SignIn signIn, Sessions sessions, People people, SessionCookie cookie) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.people = people;
        this.cookie = cookie;
    }

    /**
     * What was typed.
     *
     * @param next the page to go on to
     */
    record Form(String email, String password, String next) {

        /** A page of ours, whatever the form says: it may have been made elsewhere. */
        String target() {
            return next.matches(PAGE_OF_OURS) ? next : HOME;
        }
    }

    @GetMapping("/sign-in")
    String form(@RequestParam(defaultValue = HOME) String next, Model model) {
        return page(model, "", new Form("", "", next));
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = HOME) String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = new Form(email, password, next);
        return switch (signIn.attempt(email, password, request.getRemoteAddr())) {
            case SignInOutcome.Admitted(Person person) -> open(person, form, request, response);
            case SignInOutcome.Wrong() -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                yield page(model, "wrong", form);
            }
            case SignInOutcome.TooMany(Duration pause) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds() + 1));
                yield page(model, "too-many", form);
            }
        };
    }

    private String open(
            Person person, Form form, HttpServletRequest request, HttpServletResponse response) {
        // a secret from before must not become a stronger one
        cookie.read(request).ifPresent(sessions::end);
        cookie.write(response, sessions.open(person.id()));
        boolean oneTenant = people.tenants(person.id()).size() == 1;
        return "redirect:" + (oneTenant ? form.target() : "/tenants");
    }

    private static String page(Model model, String trouble, Form form) {
        model.addAttribute("trouble", trouble);
        model.addAttribute("email", form.email());
        model.addAttribute("next", form.target());
        return PAGE;
    }
}
