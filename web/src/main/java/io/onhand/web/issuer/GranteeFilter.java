package io.onhand.web.issuer;

import io.onhand.identity.Caller;
import io.onhand.identity.Session;
import io.onhand.identity.Sessions;
import io.onhand.web.security.SessionCookie;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds who is signed in, by the same cookie as the pages, where a program asks to act for them.
 */
class GranteeFilter extends OncePerRequestFilter {

    private final SessionCookie cookie;
    private final Sessions sessions;

    GranteeFilter(SessionCookie cookie, Sessions sessions) {
        this.cookie = cookie;
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(Endpoints.AUTHORIZE);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> secret = cookie.read(request);
        Optional<Session> session = secret.flatMap(sessions::find);
        if (session.isPresent() && session.get().caller().isEmpty()) {
            response.sendRedirect("/tenants?next=" + encode(asked(request)));
            return;
        }
        session.flatMap(Session::caller)
                .ifPresent(
                        caller -> authenticate(session.get(), caller, Sessions.id(secret.get())));
        chain.doFilter(request, response);
    }

    private static void authenticate(Session session, Caller caller, String id) {
        var grantee = new Grantee(session.person().id(), caller.tenant(), id);
        SecurityContextHolder.getContext().setAuthentication(grantee.authentication());
    }

    /** What was asked, to come back to. */
    static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
