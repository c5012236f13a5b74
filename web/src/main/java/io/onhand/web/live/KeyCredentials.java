package io.onhand.web.live;

import io.onhand.identity.ApiKeyId;
import io.onhand.identity.ApiKeys;
import io.onhand.identity.Caller;
import io.onhand.live.Pass;
import io.onhand.tenancy.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** An API key in the header {@code Authorization}. */
@Component
class KeyCredentials implements Credentials {

    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;

    KeyCredentials(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Actor.Type holders() {
        return Actor.Type.API_KEY;
    }

    @Override
    public boolean areAmbient() {
        return false;
    }

    @Override
    public boolean areShownBy(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Override
    public Optional<Pass> pass(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return keys.find(header.substring(SCHEME.length()).strip())
                .map(caller -> new Pass(caller.tenant(), caller.actor(), null));
    }

    @Override
    public Optional<Caller> holder(Pass pass) {
        return keys.holder(pass.tenant(), new ApiKeyId(UUID.fromString(pass.actor().id())));
    }
}
