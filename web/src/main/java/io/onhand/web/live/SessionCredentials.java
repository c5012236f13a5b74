package io.onhand.web.live;

import io.onhand.identity.Caller;
import io.onhand.identity.People;
import io.onhand.identity.PersonId;
import io.onhand.identity.Sessions;
import io.onhand.live.Pass;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.MachineClock;
import io.onhand.web.security.LifeOfToken;
import io.onhand.web.security.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The cookie of somebody who is signed in and has chosen a tenant. Passes that hang on a token live
 * here, too: behind it is a session of ours, or a time until which another issuer vouches.
 */
@Component
class SessionCredentials implements Credentials {

    private final SessionCookie cookie;
    private final Sessions sessions;
    private final People people;
    private final MachineClock clock;

    SessionCredentials(SessionCookie cookie, Sessions sessions, People people, MachineClock clock) {
        this.cookie = cookie;
        this.sessions = sessions;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Actor.Type holders() {
        return Actor.Type.PERSON;
    }

    @Override
    public boolean areAmbient() {
        return true;
    }

    @Override
    public boolean areShownBy(HttpServletRequest request) {
        return cookie.read(request).isPresent();
    }

    @Override
    public Optional<Pass> pass(HttpServletRequest request) {
        return cookie.read(request)
                .flatMap(
                        secret ->
                                sessions.find(secret)
                                        .flatMap(session -> session.caller())
                                        .map(caller -> pass(caller, secret)));
    }

    private static Pass pass(Caller caller, String secret) {
        return new Pass(caller.tenant(), caller.actor(), Sessions.id(secret));
    }

    @Override
    public Optional<Caller> holder(Pass pass) {
        return isSignedIn(pass)
                ? people.caller(pass.tenant(), PersonId.parse(pass.actor().id()))
                : Optional.empty();
    }

    @Override
    public boolean isSignedIn(Pass pass) {
        String session = pass.session();
        if (session == null) {
            return false;
        }
        return LifeOfToken.is(session)
                ? LifeOfToken.lasts(session, clock.now()) && isEnabled(pass)
                : !sessions.alive(Set.of(session)).isEmpty();
    }

    /** Sessions belong to no tenant, so that nobody can announce their end: they are asked for. */
    @Override
    public Set<Pass> ended(Collection<Pass> passes) {
        Set<String> asked =
                passes.stream()
                        .map(Pass::session)
                        .filter(Objects::nonNull)
                        .filter(session -> !LifeOfToken.is(session))
                        .collect(Collectors.toSet());
        Set<String> alive = asked.isEmpty() ? Set.of() : sessions.alive(asked);
        return passes.stream()
                .filter(pass -> !lasts(pass.session(), alive))
                .collect(Collectors.toSet());
    }

    /** Where there is no session, disabling somebody ends none. */
    private boolean isEnabled(Pass pass) {
        return people.find(PersonId.parse(pass.actor().id())).isPresent();
    }

    private boolean lasts(@Nullable String session, Set<String> alive) {
        return session != null
                && (LifeOfToken.is(session)
                        ? LifeOfToken.lasts(session, clock.now())
                        : alive.contains(session));
    }
}
