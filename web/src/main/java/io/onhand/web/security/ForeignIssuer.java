package io.onhand.web.security;

import io.onhand.web.start.PublicUrl;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The issuer that the settings name. It is asked what it offers when first needed, so that it need
 * not run when this program starts.
 */
@Component
@OnForeignSignIn
public class ForeignIssuer implements ClientRegistrationRepository {

    /** By what the framework calls it. */
    public static final String ID = "issuer";

    /** Where it sends people back to. */
    public static final String ANSWER = "/sign-in/answer";

    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
    private static final Duration READ_MAX = Duration.ofSeconds(5);

    private final String name;
    private final OidcSettings.Client client;
    private final PublicUrl url;
    private volatile @Nullable ClientRegistration known;
    private volatile @Nullable JwtDecoder decoder;

    ForeignIssuer(OidcSettings settings, PublicUrl url) {
        this.name = Objects.requireNonNull(settings.issuer());
        this.client =
                Objects.requireNonNull(
                        settings.client(), "set ONHAND_OIDC_CLIENT_ID beside ONHAND_OIDC_ISSUER");
        this.url = url;
    }

    /** Its name, as tokens give it. */
    public String name() {
        return name;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? registration() : null;
    }

    /** No call for what the ID token says already. */
    private ClientRegistration registration() {
        ClientRegistration registration = known;
        if (registration == null) {
            var method =
                    client.secret() == null
                            ? ClientAuthenticationMethod.NONE
                            : ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
            registration =
                    ClientRegistrations.fromIssuerLocation(name)
                            .registrationId(ID)
                            .clientId(client.id())
                            .clientSecret(client.secret())
                            .clientAuthenticationMethod(method)
                            .scope("openid", "profile", "email")
                            .redirectUri(url.value() + ANSWER)
                            .userInfoUri(null)
                            .userNameAttributeName("sub")
                            .build();
            known = registration;
        }
        return registration;
    }

    JwtDecoder accessTokens() {
        JwtDecoder ready = decoder;
        if (ready == null) {
            var requests = new SimpleClientHttpRequestFactory();
            requests.setConnectTimeout(CONNECT_MAX);
            requests.setReadTimeout(READ_MAX);
            String keys = registration().getProviderDetails().getJwkSetUri();
            var nimbus =
                    NimbusJwtDecoder.withJwkSetUri(Objects.requireNonNull(keys))
                            .restOperations(new RestTemplate(requests))
                            .jwsAlgorithm(SignatureAlgorithm.RS256)
                            .jwsAlgorithm(SignatureAlgorithm.PS256)
                            .jwsAlgorithm(SignatureAlgorithm.ES256)
                            .build();
            nimbus.setJwtValidator(TokenRules.of(() -> name, ForeignTokens.types()));
            ready = nimbus;
            decoder = ready;
        }
        return ready;
    }

    /** Where somebody signs out there, too, and comes back; empty when it offers none. */
    public Optional<String> endSession() {
        Map<String, Object> offers = registration().getProviderDetails().getConfigurationMetadata();
        return offers.get("end_session_endpoint") instanceof String end
                ? Optional.of(
                        UriComponentsBuilder.fromUriString(end)
                                .queryParam("client_id", client.id())
                                .queryParam("post_logout_redirect_uri", url.value() + "/")
                                .encode()
                                .build()
                                .toUriString())
                : Optional.empty();
    }
}
