package io.onhand.web.ops;

import io.onhand.audit.AuditTrail;
import io.onhand.identity.Operators;
import io.onhand.identity.Person;
import io.onhand.identity.Session;
import io.onhand.relay.RelayFailure;
import io.onhand.relay.RelayFailures;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.TenantTransactions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How the programs stand, for operators; for everybody else it does not exist. */
@Controller
class OperatorPageController {

    private static final String PATH = "/operate";

    private final Operators operators;
    private final OperatorBoards boards;
    private final RelayFailures failures;
    private final AuditTrail audit;
    private final TenantTransactions transactions;

    OperatorPageController(
            Operators operators,
            OperatorBoards boards,
            RelayFailures failures,
            AuditTrail audit,
            TenantTransactions transactions) {
        this.operators = operators;
        this.boards = boards;
        this.failures = failures;
        this.audit = audit;
        this.transactions = transactions;
    }

    @GetMapping(PATH)
    String board(Model model) {
        model.addAttribute("person", operator());
        model.addAttribute("board", boards.now());
        return "ops/operate";
    }

    @PostMapping(PATH + "/tries")
    String tryAgain(
            @RequestParam String consumer, @RequestParam UUID event, HttpServletRequest request) {
        Person operator = operator();
        failures.find(consumer, event).ifPresent(failure -> tryAgain(failure, operator, request));
        return "redirect:" + PATH;
    }

    /** The tenant whose row it is finds it in its audit log. */
    private void tryAgain(RelayFailure failure, Person operator, HttpServletRequest request) {
        UUID tenant = failure.tenant();
        if (tenant != null) {
            var actor = new Actor(Actor.Type.PERSON, operator.id().toString());
            var act =
                    new Act(
                            actor,
                            "operate",
                            request.getRemoteAddr(),
                            UUID.randomUUID().toString());
            CurrentTenant.call(
                    new TenantId(tenant),
                    act,
                    () ->
                            transactions.write(
                                    () -> {
                                        audit.record(
                                                "try-again",
                                                "relay-failure",
                                                failure.consumer() + " " + failure.event(),
                                                null,
                                                null);
                                        return failure;
                                    }));
        }
        failures.tryAgain(failure.consumer(), failure.event());
    }

    private Person operator() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null
                && signedIn.getPrincipal() instanceof Session session
                && operators.isOperator(session.person().id())) {
            return session.person();
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
