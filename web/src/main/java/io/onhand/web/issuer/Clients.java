package io.onhand.web.issuer;

import io.onhand.web.security.OnLocalSignIn;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The programs that may ask to act for somebody. */
@Component
@OnLocalSignIn
class Clients implements RegisteredClientRepository {

    /** Tools on somebody's own machine. They can keep no secret, so each proves its own request. */
    static final String TOOLS = "onhand-cli";

    /** The scope that lets a program use the API as the person. */
    static final String API = "api";

    private static final Duration CODE_LIFE = Duration.ofMinutes(1);
    private static final Duration ACCESS_LIFE = Duration.ofMinutes(5);
    private static final Duration REFRESH_LIFE = Duration.ofHours(12);

    private final Map<String, RegisteredClient> clients;

    Clients(IssuerSettings settings) {
        var tools =
                client(TOOLS)
                        .clientName("Onhand command line")
                        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        // the port may be any
                        .redirectUri("http://127.0.0.1/callback")
                        .scope(API)
                        .build();
        var other = settings.client();
        this.clients =
                other == null ? Map.of(TOOLS, tools) : Map.of(TOOLS, tools, other.id(), of(other));
    }

    /** Whoever set it trusts it: its people are not asked once more. */
    private static RegisteredClient of(IssuerSettings.Client other) {
        var secrets = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        var settings = ClientSettings.builder().requireProofKey(true);
        return client(other.id())
                .clientSecret(secrets.encode(other.secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .redirectUri(other.redirect())
                .postLogoutRedirectUri(other.home())
                .clientSettings(settings.requireAuthorizationConsent(false).build())
                .build();
    }

    private static RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope("openid")
                .scope("profile")
                .scope("email")
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(true)
                                .build())
                .tokenSettings(
                        TokenSettings.builder()
                                .authorizationCodeTimeToLive(CODE_LIFE)
                                .accessTokenTimeToLive(ACCESS_LIFE)
                                .refreshTokenTimeToLive(REFRESH_LIFE)
                                .reuseRefreshTokens(false)
                                .build());
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are settings");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return clients.get(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return clients.get(id);
    }

    Optional<RegisteredClient> find(String id) {
        return Optional.ofNullable(clients.get(id));
    }
}
