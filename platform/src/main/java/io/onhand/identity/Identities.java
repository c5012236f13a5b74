package io.onhand.identity;

import io.onhand.database.Retry;
import io.onhand.tenancy.MachineClock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** As whom other issuers know our people: by issuer and subject, which never change. */
@Component
public class Identities {

    static final int ISSUER_LENGTH_MAX = 400;
    static final int SUBJECT_LENGTH_MAX = 255;

    private final IdentityStatements statements;
    private final PersonStatements people;
    private final Retry retry;
    private final MachineClock clock;

    Identities(
            IdentityStatements statements,
            PersonStatements people,
            Retry retry,
            MachineClock clock) {
        this.statements = statements;
        this.people = people;
        this.retry = retry;
        this.clock = clock;
    }

    /** Whom an issuer calls so; nobody when they never signed in, or were disabled. */
    public Optional<Person> find(String issuer, String subject) {
        return issuer.length() > ISSUER_LENGTH_MAX || subject.length() > SUBJECT_LENGTH_MAX
                ? Optional.empty()
                : statements.find(issuer, subject);
    }

    /**
     * Whom an issuer calls so. At the first time it is the person with this email, unless that one
     * is bound to another subject of the issuer already; from then on the email does not matter.
     *
     * @param email which the issuer has verified
     */
    public Optional<Person> findOrBind(String issuer, String subject, String email) {
        Optional<Person> known = find(issuer, subject);
        if (known.isPresent()) {
            return known;
        }
        people.byEmail(email.strip().toLowerCase(Locale.ROOT))
                .filter(person -> !person.disabled())
                .ifPresent(
                        person ->
                                retry.call(
                                        () ->
                                                statements.bind(
                                                        issuer,
                                                        subject,
                                                        person.person().id(),
                                                        clock.now())));
        return find(issuer, subject);
    }
}
