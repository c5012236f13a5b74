package io.onhand.web.issuer;

import io.onhand.identity.AccessGrant;
import io.onhand.identity.AccessGrants;
import io.onhand.identity.GrantProof;
import io.onhand.identity.Session;
import io.onhand.identity.Sessions;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.Tenants;
import io.onhand.web.security.ContentPolicy;
import io.onhand.web.security.OnLocalSignIn;
import io.onhand.web.security.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Asks a person whether a program may act for them. */
@Controller
@OnLocalSignIn
class ConsentController {

    private final AccessGrants grants;
    private final Clients clients;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Tenants tenants;

    ConsentController(
            AccessGrants grants,
            Clients clients,
            Sessions sessions,
            SessionCookie cookie,
            Tenants tenants) {
        this.grants = grants;
        this.clients = clients;
        this.sessions = sessions;
        this.cookie = cookie;
        this.tenants = tenants;
    }

    @GetMapping(Endpoints.CONSENT)
    String ask(
            @RequestParam String state,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Session session =
                cookie.read(request).flatMap(sessions::find).orElseThrow(ConsentController::gone);
        AccessGrant grant =
                grants.find(GrantProof.Kind.CONSENT, state)
                        .filter(asked -> asked.person().equals(session.person().id()))
                        .orElseThrow(ConsentController::gone);
        RegisteredClient client = clients.find(grant.client()).orElseThrow();
        AskedGrant asked = AskedGrant.of(grant.asked());
        URI target =
                URI.create(
                        asked.redirectUri() == null
                                ? client.getRedirectUris().iterator().next()
                                : asked.redirectUri());
        // the answer to our form leads there
        ContentPolicy.allowFormsTo(response, target);
        model.addAttribute("client", client);
        model.addAttribute("host", target.getAuthority());
        model.addAttribute("scopes", asked.scopes());
        model.addAttribute("state", state);
        model.addAttribute("person", session.person());
        model.addAttribute("tenant", CurrentTenant.read(grant.tenant(), tenants::current).name());
        return "site/consent";
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
