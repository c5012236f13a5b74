package io.onhand.web.issuer;

import io.onhand.identity.AccessGrant;
import io.onhand.identity.AccessGrants;
import io.onhand.identity.GrantProof;
import io.onhand.tenancy.MachineClock;
import io.onhand.web.security.OnLocalSignIn;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AbstractOAuth2Token;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what the issuer is in the middle of as grants, of which only the next secret's hash is
 * written down. Access tokens are not kept: they prove themselves, for minutes.
 */
@Component
@OnLocalSignIn
class KeptGrants implements OAuth2AuthorizationService {

    private static final String KEPT = "io.onhand.grant";
    private static final Duration CONSENT_LIFE = Duration.ofMinutes(10);

    private final AccessGrants grants;
    private final Clients clients;
    private final MachineClock clock;

    KeptGrants(AccessGrants grants, Clients clients, MachineClock clock) {
        this.grants = grants;
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        AccessGrant kept = authorization.getAttribute(KEPT);
        Optional<GrantProof> next = next(authorization);
        if (kept == null) {
            grants.open(grant(authorization, next.orElseThrow()));
            return;
        }
        boolean first =
                next.isPresent()
                        ? grants.proceed(kept, authorization.getAuthorizedScopes(), next.get())
                        : grants.finish(kept);
        if (!first) {
            throw overtaken(kept);
        }
    }

    /** What the program shows next; nothing when it is not to show anything any more. */
    private Optional<GrantProof> next(OAuth2Authorization authorization) {
        var refresh = authorization.getRefreshToken();
        if (refresh != null) {
            return refresh.isInvalidated()
                    ? Optional.empty()
                    : Optional.of(proof(GrantProof.Kind.REFRESH, refresh.getToken()));
        }
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        if (code != null) {
            return code.isInvalidated()
                    ? Optional.empty()
                    : Optional.of(proof(GrantProof.Kind.CODE, code.getToken()));
        }
        String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
        Instant now = clock.now();
        return Optional.ofNullable(state)
                .map(
                        text ->
                                GrantProof.of(
                                        GrantProof.Kind.CONSENT,
                                        text,
                                        now,
                                        now.plus(CONSENT_LIFE)));
    }

    private static GrantProof proof(GrantProof.Kind kind, AbstractOAuth2Token token) {
        return GrantProof.of(
                kind,
                token.getTokenValue(),
                Objects.requireNonNull(token.getIssuedAt()),
                Objects.requireNonNull(token.getExpiresAt()));
    }

    private static AccessGrant grant(OAuth2Authorization authorization, GrantProof proof) {
        var grantee = Grantee.of(attribute(authorization, Principal.class.getName()));
        OAuth2AuthorizationRequest asked =
                attribute(authorization, OAuth2AuthorizationRequest.class.getName());
        return new AccessGrant(
                UUID.fromString(authorization.getId()),
                authorization.getRegisteredClientId(),
                grantee.person(),
                grantee.tenant(),
                grantee.session(),
                AskedGrant.text(asked),
                authorization.getAuthorizedScopes(),
                proof);
    }

    private static <T> T attribute(OAuth2Authorization authorization, String name) {
        T value = authorization.getAttribute(name);
        return Objects.requireNonNull(value, name);
    }

    private static OAuth2AuthenticationException overtaken(AccessGrant kept) {
        var error = new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, "It was used before.", null);
        return kept.proof().kind() == GrantProof.Kind.CONSENT
                ? new OAuth2AuthorizationCodeRequestAuthenticationException(error, null)
                : new OAuth2AuthenticationException(error);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        AccessGrant kept = authorization.getAttribute(KEPT);
        if (kept != null) {
            grants.finish(kept);
        }
    }

    /** Nothing asks by id. */
    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return kind(type)
                .flatMap(kind -> grants.find(kind, token))
                .flatMap(grant -> clients.find(grant.client()).map(one -> again(grant, one, token)))
                .orElse(null);
    }

    private static Optional<GrantProof.Kind> kind(@Nullable OAuth2TokenType type) {
        String name = type == null ? OAuth2ParameterNames.REFRESH_TOKEN : type.getValue();
        return switch (name) {
            case OAuth2ParameterNames.STATE -> Optional.of(GrantProof.Kind.CONSENT);
            case OAuth2ParameterNames.CODE -> Optional.of(GrantProof.Kind.CODE);
            case OAuth2ParameterNames.REFRESH_TOKEN -> Optional.of(GrantProof.Kind.REFRESH);
            default -> Optional.empty();
        };
    }

    private static OAuth2Authorization again(
            AccessGrant grant, RegisteredClient client, String secret) {
        Authentication grantee =
                new Grantee(grant.person(), grant.tenant(), grant.session()).authentication();
        var builder =
                OAuth2Authorization.withRegisteredClient(client)
                        .id(grant.id().toString())
                        .principalName(grantee.getName())
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .authorizedScopes(grant.scopes())
                        .attribute(KEPT, grant)
                        .attribute(Principal.class.getName(), grantee)
                        .attribute(
                                OAuth2AuthorizationRequest.class.getName(),
                                AskedGrant.of(grant.asked()).request(grant.client()));
        return withProof(builder, grant, secret).build();
    }

    private static OAuth2Authorization.Builder withProof(
            OAuth2Authorization.Builder builder, AccessGrant grant, String secret) {
        Instant issued = grant.proof().issuedAt();
        Instant expires = grant.proof().expiresAt();
        return switch (grant.proof().kind()) {
            case CONSENT -> builder.attribute(OAuth2ParameterNames.STATE, secret);
            case CODE -> builder.token(new OAuth2AuthorizationCode(secret, issued, expires));
            case REFRESH ->
                    builder.refreshToken(new OAuth2RefreshToken(secret, issued, expires))
                            // a later ID token repeats what the first one said of the session
                            .token(new OidcIdToken("-", issued, expires, Map.of("sub", "-")));
        };
    }
}
