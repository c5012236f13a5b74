package io.onhand.audit;

import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.Region;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where every change of a business row is written down, in the transaction that makes it. */
@Component
public class AuditTrail {

    private final AuditStatements statements;
    private final BusinessClock clock;

    AuditTrail(AuditStatements statements, BusinessClock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /**
     * Writes down one change, as done by the current act now. Joins the transaction that runs.
     *
     * @param action what was done: {@code create}, {@code change} …; at most 40 characters
     * @param objectType to what kind of thing: {@code location}; at most 40 characters
     * @param objectId which one; at most 200 characters
     * @param before the state before as a record, or null when there was none; free of secrets
     * @param after the state after, or null when there is none
     */
    public void record(
            String action,
            String objectType,
            String objectId,
            @Nullable Object before,
            @Nullable Object after) {
        var tenant = CurrentTenant.id();
        statements.insert(
                new AuditEntry(
                        Region.of(tenant.value()).newId(),
                        clock.now(),
                        CurrentTenant.act(),
                        action,
                        objectType,
                        objectId,
                        StateJson.write(before),
                        StateJson.write(after)));
    }

    /**
     * Writes down in one statement that many things came to be, as done by the current act now.
     * Joins the transaction that runs.
     *
     * @param action what was done: {@code open} …; at most 40 characters
     * @param objectType to what kind of things; at most 40 characters
     * @param after the state of each as a record, by its id of at most 200 characters
     */
    public void recordEach(String action, String objectType, Map<String, ?> after) {
        if (after.isEmpty()) {
            return;
        }
        var home = Region.of(CurrentTenant.id().value());
        var at = clock.now();
        var act = CurrentTenant.act();
        statements.insert(
                after.entrySet().stream()
                        .map(
                                made ->
                                        new AuditEntry(
                                                home.newId(),
                                                at,
                                                act,
                                                action,
                                                objectType,
                                                made.getKey(),
                                                null,
                                                StateJson.write(made.getValue())))
                        .toList());
    }
}
