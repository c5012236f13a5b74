package io.onhand.web.issuer;

import java.util.List;
import java.util.Map;

/** Where the local issuer is reached. What is not here is not served, nor spoken of. */
final class Endpoints {

    static final String AUTHORIZE = "/oauth2/authorize";
    static final String CONSENT = "/oauth2/consent";
    static final String TOKEN = "/oauth2/token";
    static final String REVOKE = "/oauth2/revoke";
    static final String END_SESSION = "/connect/logout";

    static final String[] SERVED = {
        AUTHORIZE,
        TOKEN,
        REVOKE,
        "/oauth2/jwks",
        "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server"
    };

    private static final List<String> NOT_SERVED =
            List.of(
                    "userinfo_endpoint",
                    "introspection_endpoint",
                    "introspection_endpoint_auth_methods_supported",
                    "tls_client_certificate_bound_access_tokens",
                    "dpop_signing_alg_values_supported");

    private static final List<String> WAYS_OF_CLIENTS =
            List.of("none", "client_secret_basic", "client_secret_post");

    private Endpoints() {}

    /** Makes the issuer's description of itself a true one. */
    static void describe(Map<String, Object> claims) {
        NOT_SERVED.forEach(claims::remove);
        claims.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        claims.put("scopes_supported", List.of("openid", "profile", "email", Clients.API));
        claims.put("token_endpoint_auth_methods_supported", WAYS_OF_CLIENTS);
        claims.put("revocation_endpoint_auth_methods_supported", WAYS_OF_CLIENTS);
    }
}
