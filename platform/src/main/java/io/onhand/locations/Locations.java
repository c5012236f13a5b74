package io.onhand.locations;

import io.onhand.audit.AuditTrail;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Makes and changes the current tenant's locations. */
@Component
public class Locations {

    private final LocationStatements statements;
    private final LocationQueries queries;
    private final TenantTransactions transactions;
    private final AuditTrail trail;
    private final BusinessClock clock;

    Locations(
            LocationStatements statements,
            LocationQueries queries,
            TenantTransactions transactions,
            AuditTrail trail,
            BusinessClock clock) {
        this.statements = statements;
        this.queries = queries;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Makes a location.
     *
     * @throws IllegalArgumentException when a part breaks the rules of {@link Location}
     */
    public LocationCreation create(NewLocation wanted) {
        var location = wanted.withNewId();
        return transactions.write(
                () -> {
                    if (!statements.insert(location, clock.now())) {
                        return new LocationCreation.AlreadyExists(location.code());
                    }
                    trail.record("create", "location", location.code(), null, location);
                    return new LocationCreation.Created(location);
                });
    }

    /**
     * Changes a location as the function says; its id and code stay. The function may run several
     * times.
     *
     * @return the location as it is now, or empty when there is none of this id
     */
    public Optional<Location> change(LocationId id, UnaryOperator<Location> change) {
        return transactions.write(
                () ->
                        Optional.ofNullable(queries.byId(List.of(id)).get(id))
                                .map(before -> change(before, change.apply(before))));
    }

    private Location change(Location before, Location after) {
        if (!before.id().equals(after.id()) || !before.code().equals(after.code())) {
            throw new IllegalArgumentException("a location keeps its id and code");
        }
        if (!after.equals(before)) {
            statements.update(after);
            trail.record("change", "location", after.code(), before, after);
        }
        return after;
    }
}
