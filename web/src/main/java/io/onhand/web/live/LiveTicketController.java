package io.onhand.web.live;

import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.live.LiveTickets;
import io.onhand.live.Pass;
import io.onhand.web.security.Needs;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
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

    @PostMapping("/api/v1/live-tickets")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(value = Permission.READ_STOCK, location = Needs.LocationIn.NONE)
    LiveTicketAnswer make(Caller caller) {
        var ticket = tickets.make(new Pass(caller.tenant(), caller.actor(), null));
        return new LiveTicketAnswer(ticket.text(), ticket.expiresAt());
    }
}
