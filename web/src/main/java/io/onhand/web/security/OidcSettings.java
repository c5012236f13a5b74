package io.onhand.web.security;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people sign in.
 *
 * @param issuer address of an OpenID Connect issuer; none: here, with a password
 * @param client as which this installation is known there
 */
@ConfigurationProperties("onhand.oidc")
public record OidcSettings(@Nullable String issuer, @Nullable Client client) {

    /**
     * The client at the issuer.
     *
     * @param secret absent for a public client
     */
    public record Client(String id, @Nullable String secret) {}

    public OidcSettings {
        issuer = issuer == null || issuer.isBlank() ? null : issuer.strip();
    }

    /** The issuer's origin, where there is an issuer. */
    Optional<String> origin() {
        return Optional.ofNullable(issuer)
                .map(URI::create)
                .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority());
    }
}
