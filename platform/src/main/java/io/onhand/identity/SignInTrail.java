package io.onhand.identity;

import io.onhand.audit.AuditTrail;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;

/** Writes down in the tenants' audit trails who came in, who was refused, and who left. */
@Component
public class SignInTrail {

    private static final String DOOR = "sign-in";
    private static final String PERSON = "person";

    private final People people;
    private final TenantTransactions transactions;
    private final AuditTrail trail;

    SignInTrail(People people, TenantTransactions transactions, AuditTrail trail) {
        this.people = people;
        this.transactions = transactions;
        this.trail = trail;
    }

    /**
     * From where somebody asks.
     *
     * @param address the network address
     * @param correlationId of the request
     */
    public record Place(String address, String correlationId) {}

    /** A person has come into a tenant. */
    public void signedIn(PersonId person, TenantId tenant, Place from) {
        record(person, tenant, "sign-in", from);
    }

    /** A person has left a tenant. */
    public void signedOut(PersonId person, TenantId tenant, Place from) {
        record(person, tenant, "sign-out", from);
    }

    /**
     * Somebody named this person and did not prove to be it; all tenants that admit it are told.
     */
    void refused(PersonId person, Place from) {
        people.tenants(person).forEach(tenant -> record(person, tenant, "refuse-sign-in", from));
    }

    private void record(PersonId person, TenantId tenant, String action, Place from) {
        var actor = new Actor(Actor.Type.PERSON, person.toString());
        CurrentTenant.call(
                tenant,
                new Act(actor, DOOR, from.address(), from.correlationId()),
                () ->
                        transactions.write(
                                () -> {
                                    trail.record(action, PERSON, person.toString(), null, null);
                                    return action;
                                }));
    }
}
