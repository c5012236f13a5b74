package io.onhand.identity;

import io.onhand.audit.AuditTrail;
import io.onhand.database.Retry;
import io.onhand.measure.PlainText;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.TenantTransactions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** People and what they are in tenants. A person is one; memberships are the tenants' own. */
@Component
public class People {

    private final PersonStatements statements;
    private final MembershipStatements memberships;
    private final MembershipDirectoryQueries directory;
    private final Passwords passwords;
    private final TenantTransactions transactions;
    private final Retry retry;
    private final AuditTrail trail;
    private final RightsChanges changes;
    private final BusinessClock clock;

    People(
            PersonStatements statements,
            MembershipStatements memberships,
            MembershipDirectoryQueries directory,
            Passwords passwords,
            TenantTransactions transactions,
            Retry retry,
            AuditTrail trail,
            RightsChanges changes,
            BusinessClock clock) {
        this.statements = statements;
        this.memberships = memberships;
        this.directory = directory;
        this.passwords = passwords;
        this.transactions = transactions;
        this.retry = retry;
        this.trail = trail;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Makes a person who signs in with a password, or finds the one who has this email already and
     * leaves name and password as they are. Must not run inside a transaction.
     *
     * @param password at least 8 characters, at most 72 bytes
     * @throws IllegalArgumentException when one of them is not as it must be
     */
    public Person create(String email, String name, String password) {
        var person =
                new Person(
                        new PersonId(Region.HOME.newId()),
                        new Email(email).value(),
                        PlainText.name(name));
        String hash = passwords.hash(password);
        boolean first = retry.call(() -> statements.insert(person, hash, clock.now()));
        return first ? person : byEmail(email).orElseThrow();
    }

    /** Finds a person by email. */
    public Optional<Person> byEmail(String email) {
        return statements.byEmail(new Email(email).value()).map(PersonStatements.Known::person);
    }

    /** The person of an id, unless it was disabled. */
    public Optional<Person> find(PersonId id) {
        return statements.byId(id);
    }

    /** What people are called; unknown ids are absent. */
    public Map<PersonId, String> names(Collection<PersonId> people) {
        return people.isEmpty() ? Map.of() : statements.names(people);
    }

    /** The tenants that admit a person. No tenant need be open. */
    public List<TenantId> tenants(PersonId person) {
        return directory.tenants(person);
    }

    /**
     * The members of the current tenant whose role has a right, and what they are called. Where
     * somebody is limited to is not looked at.
     *
     * @param limit members that are looked at
     */
    public Map<PersonId, String> members(Permission right, int limit) {
        var able =
                transactions.read(() -> memberships.all(limit)).stream()
                        .filter(member -> member.role().may(right))
                        .map(MembershipStatements.Member::person)
                        .toList();
        return names(able);
    }

    /** Makes a person a member of the current tenant, or changes what they are there. */
    public void admit(Membership membership) {
        transactions.write(
                () -> {
                    var before = memberships.find(membership.person()).orElse(null);
                    memberships.put(membership, clock.now());
                    trail.record(
                            before == null ? "create" : "change",
                            "membership",
                            membership.person().toString(),
                            before,
                            membership);
                    changes.announce(actor(membership.person()));
                    return membership;
                });
    }

    /** Ends a membership of the current tenant; ending one again changes nothing. */
    public void dismiss(PersonId person) {
        transactions.write(
                () -> {
                    var before = memberships.find(person);
                    before.ifPresent(
                            member -> {
                                memberships.end(person, clock.now());
                                trail.record("end", "membership", person.toString(), member, null);
                                changes.announce(actor(person));
                            });
                    return before;
                });
    }

    /**
     * The person as a caller in a tenant, read now; empty when it is no member. No transaction may
     * run.
     */
    public Optional<Caller> caller(TenantId tenant, PersonId person) {
        return CurrentTenant.read(tenant, () -> transactions.read(() -> memberships.find(person)))
                .map(member -> caller(tenant, member));
    }

    private static Caller caller(TenantId tenant, Membership member) {
        return new Caller(tenant, actor(member.person()), member.role(), member.limit());
    }

    private static Actor actor(PersonId person) {
        return new Actor(Actor.Type.PERSON, person.toString());
    }
}
