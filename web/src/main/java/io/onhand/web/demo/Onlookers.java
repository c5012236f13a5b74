package io.onhand.web.demo;

import io.onhand.identity.Caller;
import io.onhand.identity.LocationLimit;
import io.onhand.identity.Role;
import io.onhand.live.Pass;
import io.onhand.tenancy.Actor;
import io.onhand.web.live.Credentials;
import io.onhand.web.live.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever looks at the demo's pages. They need no credentials there and have none elsewhere. */
@Component
@OnDemo
class Onlookers implements Credentials {

    private static final Actor ONLOOKER = Actor.system("demo-onlooker");

    private final TeaShops shops;

    Onlookers(TeaShops shops) {
        this.shops = shops;
    }

    Visitor visitor() {
        var pass = new Pass(shops.tenant(), ONLOOKER, null);
        return new Visitor(pass, caller(pass));
    }

    private static Caller caller(Pass pass) {
        return new Caller(
                pass.tenant(), pass.actor(), Role.AUDITOR, new LocationLimit.Everywhere());
    }

    @Override
    public Actor.Type holders() {
        return Actor.Type.SYSTEM;
    }

    @Override
    public boolean areAmbient() {
        return false;
    }

    @Override
    public boolean areShownBy(HttpServletRequest request) {
        return false;
    }

    @Override
    public Optional<Pass> pass(HttpServletRequest request) {
        return Optional.empty();
    }

    @Override
    public Optional<Caller> holder(Pass pass) {
        return Optional.of(caller(pass));
    }
}
