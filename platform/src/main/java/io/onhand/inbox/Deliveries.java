package io.onhand.inbox;

import io.onhand.audit.AuditTrail;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people may have done with the current tenant's deliveries. */
@Component
public class Deliveries {

    private final DeliveryQueries queries;
    private final DeliveryStatements statements;
    private final TenantTransactions transactions;
    private final AuditTrail trail;
    private final MachineClock clock;
    private final Nudge nudge;

    Deliveries(
            DeliveryQueries queries,
            DeliveryStatements statements,
            TenantTransactions transactions,
            AuditTrail trail,
            MachineClock clock,
            Nudge nudge) {
        this.queries = queries;
        this.statements = statements;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
        this.nudge = nudge;
    }

    /**
     * Has a delivery read again, by its plugin as it is now. What was posted stays; the rest is
     * tried anew, soon.
     *
     * @return false if there is no such delivery, or its raw part is cleared
     */
    public boolean readAgain(UUID id) {
        boolean there =
                transactions.write(
                        () ->
                                queries.head(id)
                                        .filter(head -> statements.readAgain(id))
                                        .map(
                                                head -> {
                                                    statements.addReading(
                                                            id, head.connection(), clock.now());
                                                    trail.record(
                                                            "replay",
                                                            "delivery",
                                                            id.toString(),
                                                            null,
                                                            null);
                                                    return head;
                                                })
                                        .isPresent());
        if (there) {
            nudge.wake(Work.Kind.READ);
        }
        return there;
    }
}
