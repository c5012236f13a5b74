package io.onhand.web.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** Lets in whoever shows the operator's token, to {@code /actuator/prometheus} only. */
@Configuration(proxyBeanMethods = false)
class MetricsAccess {

    private static final String SCHEME = "Bearer ";

    @Bean
    @Order(0)
    SecurityFilterChain metrics(HttpSecurity http, MetricsSettings settings) {
        return http.securityMatcher("/actuator/prometheus")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        refused ->
                                refused.authenticationEntryPoint(
                                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .authorizeHttpRequests(
                        requests ->
                                requests.anyRequest()
                                        .access(
                                                (caller, context) ->
                                                        new AuthorizationDecision(
                                                                shows(
                                                                        context.getRequest(),
                                                                        settings.token()))))
                .build();
    }

    private static boolean shows(HttpServletRequest request, String token) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return !token.isEmpty()
                && header != null
                && MessageDigest.isEqual(header.getBytes(UTF_8), (SCHEME + token).getBytes(UTF_8));
    }
}
