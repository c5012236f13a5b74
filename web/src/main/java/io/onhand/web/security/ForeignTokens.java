package io.onhand.web.security;

import io.onhand.identity.Caller;
import io.onhand.identity.Identities;
import io.onhand.identity.People;
import io.onhand.identity.Person;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.Tenants;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.stereotype.Component;

/**
 * Tokens of the issuer that the settings name. Whom it calls so must have signed in here before. A
 * member of several tenants is taken for the one that the token names by its code.
 */
@Component
@OnForeignSignIn
class ForeignTokens implements AccessTokens {

    private static final Logger log = LoggerFactory.getLogger(ForeignTokens.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ForeignIssuer issuer;
    private final Identities identities;
    private final People people;
    private final Tenants tenants;

    ForeignTokens(ForeignIssuer issuer, Identities identities, People people, Tenants tenants) {
        this.issuer = issuer;
        this.identities = identities;
        this.people = people;
        this.tenants = tenants;
    }

    /** Not every issuer gives access tokens a type of their own: whom they are for tells. */
    static JwtTypeValidator types() {
        var types = new JwtTypeValidator("JWT", TYPE);
        types.setAllowEmpty(true);
        return types;
    }

    @Override
    public Optional<Bearer> find(String token) {
        try {
            return find(issuer.accessTokens().decode(token));
        } catch (BadJwtException e) {
            return Optional.empty();
        } catch (JwtException | IllegalArgumentException e) {
            log.warn("The issuer {} does not tell its keys", issuer.name(), e);
            throw Refusal.later(
                    ProblemCode.UNAVAILABLE, "Tokens cannot be checked at the moment.", PAUSE);
        }
    }

    private Optional<Bearer> find(Jwt token) {
        var until = LifeOfToken.until(Objects.requireNonNull(token.getExpiresAt()));
        return identities
                .find(issuer.name(), Objects.requireNonNull(token.getSubject()))
                .flatMap(person -> caller(person, named(token)))
                .map(caller -> new Bearer(caller, until));
    }

    private Optional<Caller> caller(Person person, Collection<String> named) {
        List<TenantId> admitting = people.tenants(person.id());
        if (admitting.size() > 1 && named.size() == 1) {
            var tenant = tenants.find(named.iterator().next()).filter(admitting::contains);
            return tenant.flatMap(chosen -> people.caller(chosen, person.id()));
        }
        return admitting.size() == 1
                ? people.caller(admitting.getFirst(), person.id())
                : Optional.empty();
    }

    /** A list of codes, or a map by code: issuers do the one or the other. */
    private static Collection<String> named(Jwt token) {
        Object claim = token.getClaims().get(ORGANIZATION);
        if (claim instanceof Map<?, ?> map) {
            return map.keySet().stream().map(String::valueOf).toList();
        }
        return claim instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
