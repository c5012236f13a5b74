package io.onhand.web.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.EnumSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The server itself answers 408 when a body stalls. Many senders do not try again after a 4xx, and
 * they should, so that it is told as what it is for them: not available for the moment.
 */
@Configuration(proxyBeanMethods = false)
class LateBodies {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    FilterRegistrationBean<Filter> lateBodyFilter(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        Filter filter =
                (request, response, chain) -> {
                    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
                    if (Integer.valueOf(HttpStatus.REQUEST_TIMEOUT.value()).equals(status)
                            && request instanceof HttpServletRequest asked
                            && response instanceof HttpServletResponse answer) {
                        failures.resolveException(asked, answer, null, late());
                    } else {
                        chain.doFilter(request, response);
                    }
                };
        var registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.ERROR));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static Refusal late() {
        return Refusal.later(
                ProblemCode.UNAVAILABLE, "The body did not come in time; send it again.", PAUSE);
    }
}
