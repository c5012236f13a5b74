package io.onhand.web.live;

import io.onhand.identity.Caller;
import io.onhand.identity.People;
import io.onhand.identity.PersonId;
import io.onhand.identity.Sessions;
import io.onhand.live.Pass;
import io.onhand.tenancy.Actor;
import io.onhand.web.security.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The cookie of somebody who is signed in and has chosen a tenant. */
@Component
class SessionCredentials implements Credentials {

    private final SessionCookie cookie;
    private final Sessions sessions;
    private final People people;

    SessionCredentials(SessionCookie cookie, Sessions sessions, People people) {
        this.cookie = cookie;
        this.sessions = sessions;
        this.people = people;
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
        return session != null && !sessions.alive(Set.of(session)).isEmpty();
    }

    /** Sessions belong to no tenant, so that nobody can announce their end: they are asked for. */
    @Override
    public Set<Pass> ended(Collection<Pass> passes) {
        Set<String> asked =
                passes.stream()
                        .map(Pass::session)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Set<String> alive = asked.isEmpty() ? Set.of() : sessions.alive(asked);
        return passes.stream()
                .filter(pass -> pass.session() == null || !alive.contains(pass.session()))
                .collect(Collectors.toSet());
    }
}
