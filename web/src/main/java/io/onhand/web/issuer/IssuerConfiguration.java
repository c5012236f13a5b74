package io.onhand.web.issuer;

import com.nimbusds.jose.jwk.source.JWKSource;
import io.onhand.identity.Sessions;
import io.onhand.web.security.OnLocalSignIn;
import io.onhand.web.security.SecurityConfiguration;
import io.onhand.web.security.SessionCookie;
import io.onhand.web.security.TokenKeys;
import io.onhand.web.start.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

/** The issuer's endpoints. Who is asked to sign in does so on the same page as everybody. */
@Configuration(proxyBeanMethods = false)
@OnLocalSignIn
class IssuerConfiguration {

    private final Clients clients;
    private final KeptGrants grants;
    private final IssuedTokens tokens;
    private final TokenKeys keys;
    private final PublicUrl url;

    IssuerConfiguration(
            Clients clients,
            KeptGrants grants,
            IssuedTokens tokens,
            TokenKeys keys,
            PublicUrl url) {
        this.clients = clients;
        this.grants = grants;
        this.tokens = tokens;
        this.keys = keys;
        this.url = url;
    }

    @Bean
    @Order(0)
    SecurityFilterChain issuer(HttpSecurity http, SessionCookie cookie, Sessions sessions) {
        http.setSharedObject(JWKSource.class, keys);
        var unused = NimbusJwtDecoder.withJwkSource(keys).build();
        return SecurityConfiguration.common(http.securityMatcher(Endpoints.SERVED))
                .addFilterBefore(new PublicAddressFilter(url), SecurityContextHolderFilter.class)
                // before the request is checked: who it is of is noted with it then
                .addFilterAfter(new GranteeFilter(cookie, sessions), HeaderWriterFilter.class)
                // the framework wants a decoder for an endpoint that is not served
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(unused)))
                .oauth2AuthorizationServer(this::complete)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(IssuerConfiguration::signIn))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(Endpoints.AUTHORIZE)
                                        .authenticated()
                                        .anyRequest()
                                        .permitAll())
                .build();
    }

    private void complete(OAuth2AuthorizationServerConfigurer server) {
        server.registeredClientRepository(clients)
                .authorizationService(grants)
                .authorizationConsentService(new AskedEachTime())
                .tokenGenerator(tokens)
                .authorizationServerSettings(settings(url));
        endpoints(server, new PublicClients(clients));
        server.addObjectPostProcessor(withoutServerSession());
    }

    /** Where the port is chosen at the start, the issuer's name is known only afterwards. */
    private static AuthorizationServerSettings settings(PublicUrl url) {
        var settings = AuthorizationServerSettings.builder();
        url.set().ifPresent(settings::issuer);
        return settings.build();
    }

    private static void endpoints(OAuth2AuthorizationServerConfigurer server, PublicClients open) {
        server.clientAuthentication(
                        by -> by.authenticationConverter(open).authenticationProvider(open))
                .authorizationEndpoint(
                        asked ->
                                asked.consentPage(Endpoints.CONSENT)
                                        .authenticationProviders(
                                                all -> all.forEach(IssuerConfiguration::alwaysAsk)))
                .authorizationServerMetadataEndpoint(
                        about ->
                                about.authorizationServerMetadataCustomizer(
                                        built -> built.claims(Endpoints::describe)))
                .oidc(
                        oidc ->
                                oidc.providerConfigurationEndpoint(
                                        about ->
                                                about.providerConfigurationCustomizer(
                                                        built ->
                                                                built.claims(
                                                                        Endpoints::describe))));
    }

    private static void alwaysAsk(Object provider) {
        if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider asked) {
            asked.setAuthorizationConsentRequired(
                    context ->
                            context.getRegisteredClient()
                                    .getClientSettings()
                                    .isRequireAuthorizationConsent());
        }
    }

    /** Sessions are in our database; the framework would begin one of the server's own. */
    private static ObjectPostProcessor<OAuth2AuthorizationEndpointFilter> withoutServerSession() {
        return new ObjectPostProcessor<>() {
            @Override
            public <T extends OAuth2AuthorizationEndpointFilter> T postProcess(T filter) {
                filter.setSessionAuthenticationStrategy((who, request, response) -> {});
                return filter;
            }
        };
    }

    private static void signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException {
        boolean back = HttpMethod.GET.matches(request.getMethod());
        response.sendRedirect(
                back
                        ? "/sign-in?next=" + GranteeFilter.encode(GranteeFilter.asked(request))
                        : "/sign-in");
    }
}
