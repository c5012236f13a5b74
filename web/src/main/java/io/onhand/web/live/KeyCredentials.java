package io.onhand.web.live;

import io.onhand.identity.ApiKeyId;
import io.onhand.identity.ApiKeys;
import io.onhand.identity.Caller;
import io.onhand.live.Pass;
import io.onhand.tenancy.Actor;
import io.onhand.web.security.Bearer;
import io.onhand.web.security.Bearers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * An API key in the header {@code Authorization}. A token there lets the person in whom it is of.
 */
@Component
class KeyCredentials implements Credentials {

    private final ApiKeys keys;
    private final Bearers bearers;

    KeyCredentials(ApiKeys keys, Bearers bearers) {
        this.keys = keys;
        this.bearers = bearers;
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
        return bearers.find(request).map(KeyCredentials::pass);
    }

    private static Pass pass(Bearer bearer) {
        return new Pass(bearer.caller().tenant(), bearer.caller().actor(), bearer.session());
    }

    @Override
    public Optional<Caller> holder(Pass pass) {
        return keys.holder(pass.tenant(), new ApiKeyId(UUID.fromString(pass.actor().id())));
    }
}
