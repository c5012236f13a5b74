package io.onhand.web.security;

import io.onhand.web.api.ProblemAnswers;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What needs a key, what needs none, and the headers of every answer. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain needsKey(
            HttpSecurity http,
            Bearers bearers,
            RateLimit limit,
            ProblemAnswers answers,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        var caller = new CallerFilter(bearers, limit, answers, failures);
        return common(http.securityMatcher("/api/v1", "/api/v1/**", "/demo/clock"))
                .addFilterBefore(caller, AuthorizationFilter.class)
                .exceptionHandling(
                        refused ->
                                refused.authenticationEntryPoint(
                                        (request, response, reason) ->
                                                UnreadableRequests.unknown(
                                                        request, response, answers)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain open(HttpSecurity http) {
        return common(http)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /**
     * A method that nobody takes is refused where paths are known, and so is told what they take.
     */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    /**
     * A request is observed as a whole; timing each filter of it costs more than the filters do.
     */
    @Bean
    SecurityObservationSettings observed() {
        return SecurityObservationSettings.noObservations();
    }

    /** What the firewall refuses is answered as everything else is. */
    @Bean
    RequestRejectedHandler rejected(UnreadableRequests unreadable) {
        return (request, response, rejection) -> unreadable.answer(request, response);
    }

    /** What all chains share: no session of the server's own, and the headers. */
    public static HttpSecurity common(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                csp -> csp.policyDirectives(ContentPolicy.of()))
                                        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN)));
    }
}
