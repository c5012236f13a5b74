package io.onhand.web.live;

import io.onhand.live.LiveTickets;
import io.onhand.live.Pass;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.start.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Lets clients in: by what the request shows of {@link Credentials}, or by a ticket. A page of
 * somebody else's must not open a connection with the cookie of whoever looks at it.
 */
@Component
class LiveDoor {

    private static final Duration CROWDED_PAUSE = Duration.ofSeconds(10);
    private static final String TICKET = "ticket";

    private final List<Credentials> kinds;
    private final LiveTickets tickets;
    private final LiveClients clients;
    private final PublicUrl publicUrl;

    LiveDoor(
            List<Credentials> kinds,
            LiveTickets tickets,
            LiveClients clients,
            PublicUrl publicUrl) {
        this.kinds = kinds;
        this.tickets = tickets;
        this.clients = clients;
        this.publicUrl = publicUrl;
    }

    /**
     * Who comes in.
     *
     * @param originNeeded whether browsers always say from where they open such a connection
     * @throws Refusal {@code unauthenticated}, {@code forbidden}, {@code too-many-requests} or
     *     {@code unavailable}
     */
    Visitor enter(HttpServletRequest request, boolean originNeeded) {
        Visitor visitor =
                pass(request, originNeeded)
                        .flatMap(clients::visitor)
                        .orElseThrow(LiveDoor::unknown);
        admit(visitor);
        return visitor;
    }

    /** Passes if there is room for one more of this visitor. */
    void admit(Visitor visitor) {
        switch (clients.room(visitor)) {
            case THERE -> {}
            case STOPPING ->
                    throw Refusal.later(
                            ProblemCode.UNAVAILABLE,
                            "This program is restarting.",
                            Duration.ofSeconds(1));
            case FULL ->
                    throw Refusal.later(
                            ProblemCode.TOO_MANY_REQUESTS,
                            "More than %d live connections of one key."
                                    .formatted(LiveClients.CONNECTIONS_PER_KEY_MAX),
                            CROWDED_PAUSE);
        }
    }

    private Optional<Pass> pass(HttpServletRequest request, boolean originNeeded) {
        for (Credentials kind : kinds) {
            if (!kind.areAmbient() && kind.areShownBy(request)) {
                return kind.pass(request);
            }
        }
        String ticket = request.getParameter(TICKET);
        if (ticket != null) {
            return tickets.redeem(ticket);
        }
        for (Credentials kind : kinds) {
            if (kind.areAmbient() && kind.areShownBy(request)) {
                checkOrigin(request, originNeeded);
                return kind.pass(request);
            }
        }
        return Optional.empty();
    }

    private void checkOrigin(HttpServletRequest request, boolean needed) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean ours =
                origin == null
                        ? !needed
                        : origin.equals(origin(publicUrl.value())) || isOwnHost(origin, request);
        if (!ours) {
            throw new Refusal(
                    ProblemCode.FORBIDDEN, "Live connections by cookie come from our own pages.");
        }
    }

    /** Pages opened by another name of this machine: their cookie is of that name, too. */
    private static boolean isOwnHost(String origin, HttpServletRequest request) {
        return origin.equals(request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST));
    }

    private static @Nullable String origin(String url) {
        URI uri = URI.create(url.toLowerCase(Locale.ROOT));
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static Refusal unknown() {
        return new Refusal(
                ProblemCode.UNAUTHENTICATED,
                "Send an API key or access token as Authorization: Bearer <key>, or ?ticket= from"
                        + " POST /api/v1/live-tickets.");
    }
}
