package io.onhand.web.issuer;

import io.onhand.identity.Sessions;
import io.onhand.web.security.ContentPolicy;
import io.onhand.web.security.OnLocalSignIn;
import io.onhand.web.security.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing out here, asked for by another installation where somebody signed out. Any page may send
 * people here, so they are asked first.
 */
@Controller
@OnLocalSignIn
class EndSessionController {

    private final Clients clients;
    private final Sessions sessions;
    private final SessionCookie cookie;

    EndSessionController(Clients clients, Sessions sessions, SessionCookie cookie) {
        this.clients = clients;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping(Endpoints.END_SESSION)
    String ask(
            @RequestParam("client_id") String client,
            @RequestParam("post_logout_redirect_uri") String back,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean known =
                clients.find(client)
                        .filter(one -> one.getPostLogoutRedirectUris().contains(back))
                        .isPresent();
        if (!known) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (cookie.read(request).flatMap(sessions::find).isEmpty()) {
            var target = UriComponentsBuilder.fromUriString(back);
            if (!state.isEmpty()) {
                target.queryParam("state", "{state}");
            }
            return "redirect:" + target.encode().build(state);
        }
        ContentPolicy.allowFormsTo(response, URI.create(back));
        model.addAttribute("next", GranteeFilter.asked(request));
        return "site/sign-out";
    }
}
