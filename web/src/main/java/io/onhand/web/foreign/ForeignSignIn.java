package io.onhand.web.foreign;

import io.onhand.identity.Identities;
import io.onhand.identity.Person;
import io.onhand.web.security.ForeignIssuer;
import io.onhand.web.security.OnForeignSignIn;
import io.onhand.web.site.OpenedSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Takes the issuer's answer: from then on the session is ours, as after a password. */
@Component
@OnForeignSignIn
class ForeignSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(ForeignSignIn.class);

    private final ForeignIssuer issuer;
    private final Identities identities;
    private final OpenedSessions sessions;

    ForeignSignIn(ForeignIssuer issuer, Identities identities, OpenedSessions sessions) {
        this.issuer = issuer;
        this.identities = identities;
        this.sessions = sessions;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication answer)
            throws IOException {
        SecurityContextHolder.clearContext();
        Optional<Person> person =
                answer.getPrincipal() instanceof OidcUser user ? person(user) : Optional.empty();
        if (person.isEmpty()) {
            log.info("Somebody whom the issuer knows has no account here");
            response.sendRedirect("/sign-in?trouble=unknown");
            return;
        }
        String next = AskedCookie.next(request);
        response.sendRedirect(sessions.open(person.get().id(), next, request, response));
    }

    private Optional<Person> person(OidcUser user) {
        String subject = Objects.requireNonNull(user.getSubject());
        boolean verified = Boolean.TRUE.equals(user.getEmailVerified());
        String email = user.getEmail();
        return verified && email != null
                ? identities.findOrBind(issuer.name(), subject, email)
                : identities.find(issuer.name(), subject);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        log.info("The issuer's answer is no sign-in: {}", why.getMessage());
        response.sendRedirect("/sign-in?trouble=failed");
    }
}
