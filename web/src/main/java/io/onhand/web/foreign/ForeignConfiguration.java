package io.onhand.web.foreign;

import io.onhand.web.security.ForeignIssuer;
import io.onhand.web.security.OnForeignSignIn;
import io.onhand.web.security.SecurityConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The way to the issuer and back: an authorization code with a proof key, a state and a nonce. */
@Configuration(proxyBeanMethods = false)
@OnForeignSignIn
class ForeignConfiguration {

    private static final String WAY = "/sign-in/at";

    @Bean
    @Order(0)
    SecurityFilterChain wayToTheIssuer(
            HttpSecurity http, ForeignIssuer issuer, AskedCookie asked, ForeignSignIn answered) {
        return SecurityConfiguration.common(
                        http.securityMatcher(WAY + "/" + ForeignIssuer.ID, ForeignIssuer.ANSWER))
                .oauth2Login(
                        login ->
                                login.clientRegistrationRepository(issuer)
                                        .authorizedClientRepository(new NoClientsKept())
                                        .loginPage("/sign-in")
                                        .loginProcessingUrl(ForeignIssuer.ANSWER)
                                        .authorizationEndpoint(
                                                way ->
                                                        way.baseUri(WAY)
                                                                .authorizationRequestRepository(
                                                                        asked))
                                        .successHandler(answered)
                                        .failureHandler(answered))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
