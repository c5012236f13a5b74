package io.onhand.web.site;

import io.onhand.identity.PersonId;
import io.onhand.identity.Session;
import io.onhand.identity.Sessions;
import io.onhand.identity.SignInTrail;
import io.onhand.tenancy.TenantId;
import io.onhand.web.security.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Opens, turns to a tenant and ends the session of a browser, and has it written down. */
@Component
public class OpenedSessions {

    /** Where every answer says by what id its request is known. */
    private static final String CORRELATION = "X-Request-Id";

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SignInTrail trail;

    OpenedSessions(Sessions sessions, SessionCookie cookie, SignInTrail trail) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.trail = trail;
    }

    /**
     * Signs a person in, and says where to go on.
     *
     * @param next the page asked for
     */
    public String open(
            PersonId person,
            String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        // a secret from before must not become a stronger one
        cookie.read(request).ifPresent(sessions::end);
        String secret = sessions.open(person);
        cookie.write(response, secret);
        var caller = sessions.find(secret).flatMap(Session::caller);
        caller.ifPresent(is -> trail.signedIn(person, is.tenant(), place(request, response)));
        String page = NextPage.of(next);
        return caller.isPresent() ? page : NextPage.afterChoice(page);
    }

    /** Turns the session to a tenant; false when the person is no member of it. */
    boolean choose(TenantId tenant, HttpServletRequest request, HttpServletResponse response) {
        String secret = cookie.read(request).orElse("");
        boolean chosen = sessions.choose(secret, tenant);
        if (chosen) {
            sessions.find(secret)
                    .ifPresent(
                            session ->
                                    trail.signedIn(
                                            session.person().id(),
                                            tenant,
                                            place(request, response)));
        }
        return chosen;
    }

    /** Signs out. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        String secret = cookie.read(request).orElse("");
        var session = sessions.find(secret);
        sessions.end(secret);
        cookie.clear(response);
        session.ifPresent(
                ended ->
                        ended.caller()
                                .ifPresent(
                                        caller ->
                                                trail.signedOut(
                                                        ended.person().id(),
                                                        caller.tenant(),
                                                        place(request, response))));
    }

    static SignInTrail.Place place(HttpServletRequest request, HttpServletResponse response) {
        String correlation = response.getHeader(CORRELATION);
        return new SignInTrail.Place(
                request.getRemoteAddr(), correlation == null ? "-" : correlation);
    }
}
