package io.onhand.web.foreign;

import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What a browser keeps while somebody is at the issuer.
 *
 * @param parameters sent: challenge and hash of the nonce
 * @param attributes kept: verifier and nonce
 * @param next the page to go on to
 * @param endsAt in seconds since 1970
 */
record AskedSignIn(
        String authorizationUri,
        String client,
        String redirectUri,
        Set<String> scopes,
        String state,
        Map<String, String> parameters,
        Map<String, String> attributes,
        String next,
        long endsAt) {

    OAuth2AuthorizationRequest request() {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(authorizationUri)
                .clientId(client)
                .redirectUri(redirectUri)
                .scopes(scopes)
                .state(state)
                .additionalParameters(Map.copyOf(parameters))
                .attributes(all -> all.putAll(attributes))
                .build();
    }
}
