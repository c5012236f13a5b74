package io.onhand.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.onhand.identity.SigningKeys;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The key of the local issuer's tokens, as those who sign and check want it. */
@Component
@OnLocalSignIn
public class TokenKeys implements JWKSource<SecurityContext> {

    private final SigningKeys keys;

    TokenKeys(SigningKeys keys) {
        this.keys = keys;
    }

    /** Makes sure that the key is at hand, so that a database that is away is not a bad token. */
    void load() {
        keys.ofTokens();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        var pair = keys.ofTokens();
        try {
            var key =
                    new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                            .privateKey(pair.getPrivate())
                            .keyIDFromThumbprint()
                            .build();
            return selector.select(new JWKSet(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
