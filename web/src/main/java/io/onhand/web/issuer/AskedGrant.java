package io.onhand.web.issuer;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program asked for, in the form in which it is kept until it shows its code.
 *
 * @param redirectUri where to send the answer, if the program said so
 * @param parameters the proof key's challenge, the nonce
 */
record AskedGrant(
        @Nullable String redirectUri,
        @Nullable String state,
        Set<String> scopes,
        Map<String, String> parameters) {

    private static final int LENGTH_MAX = 8_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String text(OAuth2AuthorizationRequest request) {
        var parameters = new LinkedHashMap<String, String>();
        request.getAdditionalParameters()
                .forEach(
                        (name, value) -> {
                            if (value instanceof String text) {
                                parameters.put(name, text);
                            }
                        });
        String text =
                JSON.writeValueAsString(
                        new AskedGrant(
                                request.getRedirectUri(),
                                request.getState(),
                                new LinkedHashSet<>(request.getScopes()),
                                parameters));
        if (text.length() > LENGTH_MAX) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "It is too long.", null),
                    null);
        }
        return text;
    }

    static AskedGrant of(String text) {
        return JSON.readValue(text, AskedGrant.class);
    }

    OAuth2AuthorizationRequest request(String client) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(Endpoints.AUTHORIZE)
                .clientId(client)
                .redirectUri(redirectUri)
                .state(state)
                .scopes(scopes)
                .additionalParameters(Map.copyOf(parameters))
                .build();
    }
}
