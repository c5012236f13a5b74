package io.onhand.web.site;

import io.onhand.identity.Operators;
import io.onhand.identity.People;
import io.onhand.identity.Session;
import io.onhand.identity.Sessions;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantDetails;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.Tenants;
import io.onhand.web.security.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The tenants among which a person chooses. */
@Controller
class TenantChoiceController {

    private final Sessions sessions;
    private final People people;
    private final Tenants tenants;
    private final SessionCookie cookie;
    private final OpenedSessions opened;
    private final Operators operators;

    TenantChoiceController(
            Sessions sessions,
            People people,
            Tenants tenants,
            SessionCookie cookie,
            OpenedSessions opened,
            Operators operators) {
        this.sessions = sessions;
        this.people = people;
        this.tenants = tenants;
        this.cookie = cookie;
        this.opened = opened;
        this.operators = operators;
    }

    @GetMapping("/tenants")
    String tenants(
            @RequestParam(defaultValue = NextPage.HOME) String next,
            HttpServletRequest request,
            Model model) {
        var session =
                cookie.read(request)
                        .flatMap(sessions::find)
                        .orElseThrow(TenantChoiceController::gone);
        model.addAttribute("next", NextPage.of(next));
        var tenants = of(session);
        if (tenants.isEmpty() && operators.isOperator(session.person().id())) {
            return "redirect:/operate";
        }
        model.addAttribute("person", session.person());
        model.addAttribute("tenants", tenants);
        return "site/tenants";
    }

    private java.util.List<TenantDetails> of(Session session) {
        return people.tenants(session.person().id()).stream()
                .map(tenant -> CurrentTenant.read(tenant, tenants::current))
                .sorted(Comparator.comparing(TenantDetails::name))
                .toList();
    }

    @PostMapping("/tenants")
    String choose(
            @RequestParam UUID tenant,
            @RequestParam(defaultValue = NextPage.HOME) String next,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!opened.choose(new TenantId(tenant), request, response)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Onward.to(NextPage.of(next), model, response);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.UNAUTHORIZED);
    }
}
