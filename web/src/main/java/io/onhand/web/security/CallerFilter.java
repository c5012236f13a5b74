package io.onhand.web.security;

import io.onhand.identity.Caller;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.web.api.Callers;
import io.onhand.web.api.ProblemAnswers;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Finds the caller by its key or token and opens its tenant, and the act on its behalf, around the
 * request. Without a good one the chain goes on with nobody, and is refused further down.
 */
class CallerFilter extends OncePerRequestFilter {

    static final String CORRELATION = "X-Request-Id";

    private static final String CORRELATION_SANE = "[A-Za-z0-9._:-]{1,64}";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Bearers bearers;
    private final RateLimit limit;
    private final ProblemAnswers answers;
    private final HandlerExceptionResolver failures;

    CallerFilter(
            Bearers bearers,
            RateLimit limit,
            ProblemAnswers answers,
            HandlerExceptionResolver failures) {
        this.bearers = bearers;
        this.limit = limit;
        this.answers = answers;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String correlation = correlation(request);
        response.setHeader(CORRELATION, correlation);
        Optional<Caller> caller;
        try {
            Optional<Bearer> bearer = bearers.find(request);
            bearer.ifPresent(found -> found.noteIn(request));
            caller = bearer.map(Bearer::caller);
        } catch (RuntimeException e) {
            failures.resolveException(request, response, null, e);
            return;
        }
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
        } else if (limit.admits(caller.get().actor().id())) {
            within(caller.get(), "api", correlation, request, response, chain);
        } else {
            answers.write(request, response, tooMany());
        }
    }

    /** Goes on as this caller, in its tenant, through this door. */
    static void within(
            Caller caller,
            String door,
            String correlation,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        Callers.set(request, caller);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new PreAuthenticatedAuthenticationToken(
                                caller, "-", AuthorityUtils.NO_AUTHORITIES));
        var act = new Act(caller.actor(), door, request.getRemoteAddr(), correlation);
        ServletException failure =
                CurrentTenant.call(caller.tenant(), act, () -> proceed(request, response, chain));
        if (failure != null) {
            throw failure;
        }
    }

    /** Goes on; a scope lets unchecked exceptions through only. */
    private static @Nullable ServletException proceed(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            return e;
        }
    }

    /** The request's own id where it is a sane one, or a new one. */
    static String correlation(HttpServletRequest request) {
        String asked = request.getHeader(CORRELATION);
        return asked != null && asked.matches(CORRELATION_SANE)
                ? asked
                : UUID.randomUUID().toString();
    }

    private static Refusal tooMany() {
        return Refusal.later(
                ProblemCode.TOO_MANY_REQUESTS,
                "A key may send %d requests a second, and %d at once."
                        .formatted(RateLimit.REQUESTS_PER_SECOND_MAX, RateLimit.BURST_MAX),
                PAUSE);
    }
}
