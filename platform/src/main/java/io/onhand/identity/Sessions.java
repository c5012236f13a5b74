package io.onhand.identity;

import io.onhand.database.Retry;
import io.onhand.leases.Jobs;
import io.onhand.secrets.Secrets;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Browsers in which people are signed in, known by a random secret of which only the hash is kept.
 * They are in the database, so any program on it knows them.
 */
@Component
public class Sessions {

    /** How long a session that ended, or a right that was withdrawn, may still be taken. */
    public static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    /** A session ends when nobody used it for so long. */
    static final Duration IDLE_MAX = Duration.ofHours(12);

    /** A session ends after so long however much it is used. */
    static final Duration LIFE_MAX = Duration.ofDays(30);

    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);
    private static final int SECRET_BYTES = 32;
    private static final int KNOWN_MAX = 10_000;

    private record Known(Session session, Instant until) {}

    private final SessionStatements statements;
    private final People people;
    private final Tenants tenants;
    private final Retry retry;
    private final MachineClock clock;
    private final ConcurrentHashMap<KeyHash, Known> known = new ConcurrentHashMap<>();

    Sessions(
            SessionStatements statements,
            People people,
            Tenants tenants,
            Retry retry,
            MachineClock clock,
            Jobs jobs) {
        this.statements = statements;
        this.people = people;
        this.tenants = tenants;
        this.retry = retry;
        this.clock = clock;
        jobs.every(FORGET_EVERY, "sessions", () -> statements.forget(clock.now()));
    }

    /**
     * Opens a session. Who is a member of one tenant has chosen it.
     *
     * @return the secret to keep in the browser
     */
    public String open(PersonId person) {
        String secret = Secrets.random(SECRET_BYTES);
        List<TenantId> admitting = people.tenants(person);
        var tenant = admitting.size() == 1 ? admitting.getFirst() : null;
        var now = clock.now();
        retry.call(
                () -> {
                    statements.insert(KeyHash.of(secret), person, tenant, now, now.plus(IDLE_MAX));
                    return secret;
                });
        return secret;
    }

    /** The session of a secret, on any program at most {@link #KNOWN_FOR} after it ended. */
    public Optional<Session> find(String secret) {
        return find(KeyHash.of(secret));
    }

    /**
     * What a person may do in a tenant, as long as a session of theirs lasts, whichever tenant that
     * one has chosen; on any program at most {@link #KNOWN_FOR} after it ended.
     *
     * @param id of the session, as {@link #id} makes it
     */
    public Optional<Caller> caller(String id, PersonId person, TenantId tenant) {
        return find(new KeyHash(id))
                .filter(session -> session.person().id().equals(person))
                .flatMap(
                        session ->
                                session.caller()
                                        .filter(caller -> caller.tenant().equals(tenant))
                                        .or(() -> people.caller(tenant, person)));
    }

    private Optional<Session> find(KeyHash hash) {
        // before reading: what is read may be older than its end, never younger
        var now = clock.now();
        var remembered = known.get(hash);
        if (remembered != null && now.isBefore(remembered.until())) {
            return Optional.of(remembered.session());
        }
        var session = statements.find(hash, now).map(kept -> read(hash, kept, now));
        remember(hash, session, now.plus(KNOWN_FOR));
        return session;
    }

    private Session read(KeyHash hash, SessionStatements.Kept kept, Instant now) {
        if (kept.seenAt().isBefore(now.minus(SEEN_EVERY))) {
            var end = kept.createdAt().plus(LIFE_MAX);
            var idle = now.plus(IDLE_MAX);
            statements.seen(hash, now, idle.isBefore(end) ? idle : end);
        }
        var caller =
                Optional.ofNullable(kept.tenant())
                        .flatMap(tenant -> people.caller(tenant, kept.person().id()));
        return new Session(
                kept.person(),
                caller,
                caller.map(is -> CurrentTenant.read(is.tenant(), tenants::current).name())
                        .orElse(""),
                people.tenants(kept.person().id()).size() > 1);
    }

    private void remember(KeyHash hash, Optional<Session> session, Instant until) {
        if (session.isEmpty()) {
            known.remove(hash);
            return;
        }
        if (known.size() >= KNOWN_MAX) {
            known.clear();
        }
        known.put(hash, new Known(session.get(), until));
    }

    /**
     * Chooses a tenant for a session.
     *
     * @return whether the person is a member of it; if not, nothing is changed
     */
    public boolean choose(String secret, TenantId tenant) {
        var member = find(secret).flatMap(session -> people.caller(tenant, session.person().id()));
        member.ifPresent(
                caller -> {
                    statements.choose(KeyHash.of(secret), tenant);
                    known.remove(KeyHash.of(secret));
                });
        return member.isPresent();
    }

    /** By what a session may be named: not its secret, and of no use to who learns it. */
    public static String id(String secret) {
        return KeyHash.of(secret).hex();
    }

    /** Of sessions by their {@link #id}, those that have not ended, read now. */
    public Set<String> alive(Collection<String> ids) {
        return statements.alive(ids.stream().map(KeyHash::new).toList(), clock.now()).stream()
                .map(KeyHash::hex)
                .collect(Collectors.toSet());
    }

    /** Ends a session; ending one again changes nothing. */
    public void end(String secret) {
        statements.end(KeyHash.of(secret));
        known.remove(KeyHash.of(secret));
    }

    /** Ends all sessions of a person. */
    public void endAll(PersonId person) {
        statements.endAll(person);
        known.values().removeIf(entry -> entry.session().person().id().equals(person));
    }
}
