package io.onhand.web.issuer;

import io.onhand.identity.People;
import io.onhand.secrets.Secrets;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.Tenants;
import io.onhand.web.security.AccessTokens;
import io.onhand.web.security.OnLocalSignIn;
import io.onhand.web.security.TokenKeys;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** Makes tokens, and says in them no more than whom they are for: rights are read when used. */
@Component
@OnLocalSignIn
class IssuedTokens implements OAuth2TokenGenerator<OAuth2Token> {

    private static final int REFRESH_BYTES = 32;

    private final JwtGenerator signed;
    private final People people;
    private final Tenants tenants;
    private final MachineClock clock;

    IssuedTokens(TokenKeys keys, People people, Tenants tenants, MachineClock clock) {
        this.signed = new JwtGenerator(new NimbusJwtEncoder(keys));
        this.signed.setJwtCustomizer(this::complete);
        this.people = people;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Tools get refresh tokens, too, though they have no secret: each is good once. */
    @Override
    public @Nullable OAuth2Token generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
            return signed.generate(context);
        }
        var now = clock.now();
        var life = context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive();
        return new OAuth2RefreshToken(Secrets.random(REFRESH_BYTES), now, now.plus(life));
    }

    private void complete(JwtEncodingContext context) {
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            completeIdToken(context);
        } else {
            completeAccessToken(context);
        }
    }

    private void completeAccessToken(JwtEncodingContext context) {
        var grantee = Grantee.of(context.getPrincipal());
        context.getJwsHeader().type(AccessTokens.TYPE);
        if (context.getAuthorizedScopes().contains(Clients.API)) {
            String code = CurrentTenant.read(grantee.tenant(), tenants::current).code();
            context.getClaims()
                    .audience(List.of(AccessTokens.AUDIENCE))
                    .claim(AccessTokens.SESSION, grantee.session())
                    .claim(
                            AccessTokens.ORGANIZATION,
                            Map.of(code, Map.of("id", grantee.tenant().value().toString())));
        }
    }

    private void completeIdToken(JwtEncodingContext context) {
        var person = people.find(Grantee.of(context.getPrincipal()).person()).orElseThrow();
        var scopes = context.getAuthorizedScopes();
        if (scopes.contains("profile")) {
            context.getClaims().claim("name", person.name());
        }
        if (scopes.contains("email")) {
            context.getClaims().claim("email", person.email()).claim("email_verified", true);
        }
    }
}
