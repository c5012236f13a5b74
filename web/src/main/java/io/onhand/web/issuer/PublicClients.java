package io.onhand.web.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Lets tools that have no secret refresh and revoke: the refresh token, good once, is the proof.
 * For a code they prove that they asked for it, which the framework checks itself.
 */
final class PublicClients implements AuthenticationConverter, AuthenticationProvider {

    private static final String OURS = "io.onhand.public-client";

    private final Clients clients;

    PublicClients(Clients clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String client = request.getParameter("client_id");
        boolean refreshes =
                request.getRequestURI().equals(Endpoints.TOKEN)
                        && "refresh_token".equals(request.getParameter("grant_type"));
        boolean revokes = request.getRequestURI().equals(Endpoints.REVOKE);
        boolean showsSecret =
                request.getHeader(HttpHeaders.AUTHORIZATION) != null
                        || request.getParameter("client_secret") != null
                        || request.getParameter("client_assertion") != null;
        return client == null || showsSecret || !(refreshes || revokes)
                ? null
                : new OAuth2ClientAuthenticationToken(
                        client, ClientAuthenticationMethod.NONE, null, Map.of(OURS, true));
    }

    @Override
    public @Nullable Authentication authenticate(Authentication shown) {
        var token = (OAuth2ClientAuthenticationToken) shown;
        if (!token.getAdditionalParameters().containsKey(OURS)) {
            return null;
        }
        RegisteredClient client = clients.findByClientId(String.valueOf(token.getPrincipal()));
        return client != null
                        && client.getClientAuthenticationMethods()
                                .contains(ClientAuthenticationMethod.NONE)
                ? new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null)
                : null;
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(type);
    }
}
