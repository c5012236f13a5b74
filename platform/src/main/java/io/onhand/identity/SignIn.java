package io.onhand.identity;

import io.onhand.database.Retry;
import io.onhand.leases.Jobs;
import io.onhand.tenancy.Limits;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Signing in with a password. Tries are counted in the database, so that all programs on it agree.
 */
@Component
public class SignIn {

    /** Tries that failed, as one person from one address, within {@link #WINDOW}. */
    public static final int TRIES_MAX = 10;

    public static final Duration WINDOW = Duration.ofMinutes(15);

    private final PersonStatements people;
    private final Passwords passwords;
    private final SignInTryStatements tries;
    private final SignInTrail trail;
    private final Retry retry;
    private final MachineClock clock;
    private final boolean limited;

    SignIn(
            PersonStatements people,
            Passwords passwords,
            SignInTryStatements tries,
            SignInTrail trail,
            Retry retry,
            MachineClock clock,
            Jobs jobs,
            Limits limits) {
        this.people = people;
        this.passwords = passwords;
        this.tries = tries;
        this.trail = trail;
        this.retry = retry;
        this.clock = clock;
        this.limited = limits.hold();
        jobs.every(WINDOW, "sign-in-tries", () -> tries.forgetBefore(clock.now().minus(WINDOW)));
    }

    /**
     * Tries to sign in. A try is counted before the password is looked at, so that many at once get
     * no more than their share; success forgets them.
     *
     * @param email as typed
     * @param password as typed
     * @param from where it is tried; the address counts
     */
    public SignInOutcome attempt(String email, String password, SignInTrail.Place from) {
        String folded = email.strip().toLowerCase(Locale.ROOT);
        var subject = KeyHash.of(folded + "\n" + from.address());
        if (limited) {
            var now = clock.now();
            var window = retry.call(() -> tries.count(subject, now, now.minus(WINDOW)));
            if (window.tries() > TRIES_MAX) {
                return new SignInOutcome.TooMany(
                        Duration.between(now, window.beganAt().plus(WINDOW)));
            }
        }
        var known = people.byEmail(folded).filter(person -> !person.disabled());
        boolean right =
                passwords.match(
                        password, known.map(PersonStatements.Known::passwordHash).orElse(null));
        if (!right) {
            known.ifPresent(person -> trail.refused(person.person().id(), from));
            return new SignInOutcome.Wrong();
        }
        tries.forget(subject);
        return new SignInOutcome.Admitted(known.orElseThrow().person());
    }
}
