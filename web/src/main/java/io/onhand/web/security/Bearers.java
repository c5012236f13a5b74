package io.onhand.web.security;

import io.onhand.identity.ApiKeys;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Finds who shows a key or an access token with a request. */
@Component
public class Bearers {

    private static final String SCHEME = "Bearer ";

    /** How every signed token begins: an opening brace and a quote, in base64. */
    private static final String TOKEN_START = "eyJ";

    private final ApiKeys keys;
    private final AccessTokens tokens;

    Bearers(ApiKeys keys, AccessTokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    /** Who asks; nobody when nothing good is shown. No tenant need be open. */
    public Optional<Bearer> find(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String shown = header.substring(SCHEME.length()).strip();
        return shown.startsWith(TOKEN_START)
                ? tokens.find(shown)
                : keys.find(shown).map(caller -> new Bearer(caller, null));
    }
}
