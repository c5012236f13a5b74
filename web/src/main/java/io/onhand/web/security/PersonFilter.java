package io.onhand.web.security;

import io.onhand.admin.ui.Visitor;
import io.onhand.identity.Caller;
import io.onhand.identity.Session;
import io.onhand.identity.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Finds who is signed in by the cookie and opens the tenant that was chosen, and the act on the
 * person's behalf, around the request. Without a session the chain goes on with nobody.
 */
class PersonFilter extends OncePerRequestFilter {

    /** Where a person who has chosen no tenant yet is sent to. */
    static final String CHOICE = "/tenants";

    /** What an act through a page is called. */
    private static final String DOOR = "page";

    private final Found found;
    private final HandlerExceptionResolver failures;

    PersonFilter(Found found, HandlerExceptionResolver failures) {
        this.found = found;
        this.failures = failures;
    }

    /** What is known of who is signed in. */
    @Component
    static class Found {

        private final SessionCookie cookie;
        private final Sessions sessions;

        Found(SessionCookie cookie, Sessions sessions) {
            this.cookie = cookie;
            this.sessions = sessions;
        }

        Optional<Session> session(HttpServletRequest request) {
            return cookie.read(request).flatMap(sessions::find);
        }

        static Visitor visitor(Session session, Caller caller) {
            return new Visitor(
                    caller, session.person().name(), session.tenant(), session.several());
        }
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String correlation = CallerFilter.correlation(request);
        response.setHeader(CallerFilter.CORRELATION, correlation);
        Optional<Session> session;
        Optional<Visitor> visitor;
        try {
            session = found.session(request);
            visitor = session.flatMap(s -> s.caller().map(caller -> Found.visitor(s, caller)));
        } catch (RuntimeException e) {
            failures.resolveException(request, response, null, e);
            return;
        }
        session.ifPresent(PersonFilter::authenticate);
        if (visitor.isPresent()) {
            visitor.get().noteIn(request);
            CallerFilter.within(
                    visitor.get().caller(), DOOR, correlation, request, response, chain);
        } else if (session.isPresent() && request.getRequestURI().startsWith("/app")) {
            response.sendRedirect(CHOICE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void authenticate(Session session) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new PreAuthenticatedAuthenticationToken(
                                session, "-", AuthorityUtils.NO_AUTHORITIES));
    }
}
