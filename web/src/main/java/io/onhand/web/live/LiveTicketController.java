package io.onhand.web.live;

import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.live.LiveTickets;
import io.onhand.live.Pass;
import io.onhand.web.api.Answer;
import io.onhand.web.security.Bearer;
import io.onhand.web.security.Needs;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tickets with which a client that can send no header opens a live connection. */
@RestController
class LiveTicketController {

    private final LiveTickets tickets;

    LiveTicketController(LiveTickets tickets) {
        this.tickets = tickets;
    }

    /**
     * A ticket, good once and until its end.
     *
     * @param ticket what to show as {@code ?ticket=}
     */
    record LiveTicketAnswer(String ticket, Instant expiresAt) {}

    /** The location is where it is used. */
    @PostMapping("/api/v1/live-tickets")
    @Needs(value = Permission.READ_STOCK, location = Needs.LocationIn.NONE)
    Answer<LiveTicketAnswer> make(Caller caller, HttpServletRequest request) {
        var ticket =
                tickets.make(new Pass(caller.tenant(), caller.actor(), Bearer.session(request)));
        return Answer.created(
                "/live?ticket=" + ticket.text(),
                new LiveTicketAnswer(ticket.text(), ticket.expiresAt()));
    }
}
