package io.onhand.web.security;

import io.onhand.identity.PersonId;
import io.onhand.identity.Sessions;
import io.onhand.tenancy.TenantId;
import io.onhand.web.start.PublicUrl;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/** Tokens of the local issuer. They are worth nothing once the session behind them has ended. */
@Component
@OnLocalSignIn
class LocalTokens implements AccessTokens {

    private final TokenKeys keys;
    private final JwtDecoder decoder;
    private final Sessions sessions;

    LocalTokens(TokenKeys keys, PublicUrl url, Sessions sessions) {
        var nimbus = NimbusJwtDecoder.withJwkSource(keys).build();
        nimbus.setJwtValidator(TokenRules.of(url::value, new JwtTypeValidator(TYPE)));
        this.keys = keys;
        this.decoder = nimbus;
        this.sessions = sessions;
    }

    @Override
    public Optional<Bearer> find(String token) {
        keys.load();
        Jwt read;
        try {
            read = decoder.decode(token);
        } catch (JwtException e) {
            return Optional.empty();
        }
        String session = read.getClaimAsString(SESSION);
        String person = read.getSubject();
        return session == null || person == null
                ? Optional.empty()
                : tenant(read)
                        .flatMap(in -> sessions.caller(session, PersonId.parse(person), in))
                        .map(caller -> new Bearer(caller, session));
    }

    private static Optional<TenantId> tenant(Jwt token) {
        Map<String, Object> named = token.getClaimAsMap(ORGANIZATION);
        return named == null || named.size() != 1
                ? Optional.empty()
                : Optional.ofNullable(id(named.values().iterator().next()))
                        .map(id -> new TenantId(UUID.fromString(id)));
    }

    private static @Nullable String id(Object organization) {
        return organization instanceof Map<?, ?> known && known.get("id") instanceof String id
                ? id
                : null;
    }
}
