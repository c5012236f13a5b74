package io.onhand.web.security;

import io.onhand.leases.ProgramRole;
import io.onhand.leases.ProgramRoles;
import io.onhand.web.api.ProblemAnswers;
import io.onhand.web.api.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps every door closed where the program has not the role {@code web}: neither pages nor API,
 * hooks or live screens are there. What operators ask, its health and its figures, is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClosedDoors extends OncePerRequestFilter {

    private static final String FOR_OPERATORS = "/actuator/";

    private final ProgramRoles roles;
    private final ProblemAnswers answers;

    ClosedDoors(ProgramRoles roles, ProblemAnswers answers) {
        this.roles = roles;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return roles.has(ProgramRole.WEB) || request.getRequestURI().startsWith(FOR_OPERATORS);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        answers.write(
                request,
                response,
                Refusal.notFound("This program answers nobody; it has not the role web."));
    }
}
