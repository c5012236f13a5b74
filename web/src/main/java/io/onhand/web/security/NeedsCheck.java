package io.onhand.web.security;

import io.onhand.identity.Caller;
import io.onhand.web.api.Callers;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds callers to the right that a handler {@link Needs}, before it sees anything. */
class NeedsCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || HttpMethod.OPTIONS.matches(request.getMethod())) {
            return true;
        }
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException(method + " does not say what it needs");
        }
        Caller caller = Callers.of(request);
        if (!caller.role().may(needs.value())) {
            throw new Refusal(
                    ProblemCode.FORBIDDEN,
                    "The role %s lacks the right %s."
                            .formatted(caller.role().word(), needs.value().word()));
        }
        return true;
    }
}
