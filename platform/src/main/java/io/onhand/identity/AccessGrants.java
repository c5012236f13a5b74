package io.onhand.identity;

import io.onhand.database.Retry;
import io.onhand.leases.Jobs;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Grants to programs. They are in the database, so that any program on it takes the next step.
 * Every proof is good once: of two that show the same, one goes on; and who shows one that was used
 * before ends the grant, for one of the two who had it is a thief.
 */
@Component
public class AccessGrants {

    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    private final AccessGrantStatements statements;
    private final Sessions sessions;
    private final Retry retry;
    private final MachineClock clock;

    AccessGrants(
            AccessGrantStatements statements,
            Sessions sessions,
            Retry retry,
            MachineClock clock,
            Jobs jobs) {
        this.statements = statements;
        this.sessions = sessions;
        this.retry = retry;
        this.clock = clock;
        jobs.every(FORGET_EVERY, "access-grants", () -> statements.forget(clock.now()));
    }

    /** Keeps a new grant. */
    public void open(AccessGrant grant) {
        retry.call(() -> statements.insert(grant));
    }

    /**
     * The grant whose next proof this is. Empty when the proof is unknown, used, too old, when the
     * session has ended, or the person is no member any more.
     */
    public Optional<AccessGrant> find(GrantProof.Kind kind, String secret) {
        var hash = KeyHash.of(secret);
        var found = statements.find(kind, hash, clock.now());
        // a form that is sent twice is no theft
        if (found.isEmpty() && kind != GrantProof.Kind.CONSENT) {
            retry.call(() -> statements.endSpent(hash));
        }
        return found.filter(
                grant ->
                        sessions.caller(grant.session(), grant.person(), grant.tenant())
                                .isPresent());
    }

    /**
     * Uses the proof of a grant up for the next one.
     *
     * @return whether nobody was faster; if not, nothing is changed
     */
    public boolean proceed(AccessGrant grant, Set<String> scopes, GrantProof next) {
        return retry.call(() -> statements.proceed(grant, scopes, next)) == 1;
    }

    /**
     * Uses the proof of a grant up and ends it.
     *
     * @return whether nobody was faster; if not, nothing is changed
     */
    public boolean finish(AccessGrant grant) {
        return retry.call(() -> statements.finish(grant)) == 1;
    }
}
