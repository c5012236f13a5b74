package io.onhand.web.site;

import io.onhand.identity.Person;
import io.onhand.identity.SignIn;
import io.onhand.identity.SignInOutcome;
import io.onhand.web.security.OnLocalSignIn;
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
@OnLocalSignIn
class SignInController {

    private static final String PAGE = "site/sign-in";

    private final SignIn signIn;
    private final OpenedSessions sessions;

    SignInController(SignIn signIn, OpenedSessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    /**
     * What was typed.
     *
     * @param next the page to go on to
     */
    record Form(String email, String password, String next) {

        String target() {
            return NextPage.of(next);
        }
    }

    @GetMapping("/sign-in")
    String form(@RequestParam(defaultValue = NextPage.HOME) String next, Model model) {
        return page(model, "", new Form("", "", next));
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = NextPage.HOME) String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = new Form(email, password, next);
        return switch (signIn.attempt(email, password, OpenedSessions.place(request, response))) {
            case SignInOutcome.Admitted(Person person) ->
                    Onward.to(
                            sessions.open(person.id(), form.target(), request, response),
                            model,
                            response);
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

    private static String page(Model model, String trouble, Form form) {
        model.addAttribute("trouble", trouble);
        model.addAttribute("email", form.email());
        model.addAttribute("next", form.target());
        return PAGE;
    }
}
