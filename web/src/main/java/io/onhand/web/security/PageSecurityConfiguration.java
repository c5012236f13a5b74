package io.onhand.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Pages behind a sign-in, and the sign-in itself: who comes in, and which forms are ours. */
@Configuration(proxyBeanMethods = false)
class PageSecurityConfiguration {

    private static final long HSTS_SECONDS = 31_536_000;

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            PersonFilter.Found found,
            SessionCookie cookie,
            OidcSettings oidc,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
        var person = new PersonFilter(found, failures);
        return SecurityConfiguration.common(
                        http.securityMatcher(
                                "/app",
                                "/app/**",
                                "/operate",
                                "/operate/**",
                                "/sign-in",
                                "/sign-out",
                                "/oauth2/consent",
                                "/connect/logout",
                                PersonFilter.CHOICE))
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(tokens(cookie))
                                        .csrfTokenRequestHandler(tokenInEveryPage()))
                .headers(headers -> complete(headers, cookie, oidc))
                .addFilterBefore(person, AuthorizationFilter.class)
                .exceptionHandling(
                        refused ->
                                refused.authenticationEntryPoint(PageSecurityConfiguration::signIn))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers("/sign-in", "/sign-out", "/connect/logout")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .build();
    }

    private static void complete(
            HeadersConfigurer<HttpSecurity> headers, SessionCookie cookie, OidcSettings oidc) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy(oidc)))
                .httpStrictTransportSecurity(
                        hsts ->
                                hsts.maxAgeInSeconds(HSTS_SECONDS)
                                        .requestMatcher(request -> cookie.isSecure()));
    }

    /** The answer to the form that signs out leads to the issuer. */
    private static String policy(OidcSettings oidc) {
        return ContentPolicy.of(oidc.origin().stream().toArray(String[]::new));
    }

    /** Nothing is kept at the server for who is not signed in: the form repeats a cookie. */
    private static CookieCsrfTokenRepository tokens(SessionCookie session) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(session.name("onhand-form"));
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie ->
                        cookie.httpOnly(true).secure(session.isSecure()).sameSite("Lax").path("/"));
        return tokens;
    }

    /** Made before the page begins: later its cookie could not be set any more. */
    private static XorCsrfTokenRequestAttributeHandler tokenInEveryPage() {
        var handler = new XorCsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    private static void signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException {
        String query = request.getQueryString();
        String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        boolean back = HttpMethod.GET.matches(request.getMethod());
        response.sendRedirect(
                back
                        ? "/sign-in?next=" + URLEncoder.encode(asked, StandardCharsets.UTF_8)
                        : "/sign-in");
    }
}
