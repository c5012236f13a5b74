package io.onhand.channels;

import io.onhand.audit.AuditTrail;
import io.onhand.measure.PlainText;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantTransactions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the current tenant's connections. */
@Component
public class Connections {

    /** The built-in plugin, to which tills and scripts send events that are understood already. */
    public static final String GENERIC = "generic";

    private final ConnectionStatements statements;
    private final ConnectionQueries queries;
    private final TenantTransactions transactions;
    private final AuditTrail trail;
    private final BusinessClock clock;

    Connections(
            ConnectionStatements statements,
            ConnectionQueries queries,
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
     * Makes a generic connection that understands the code of every location and SKU of its tenant
     * as itself, or finds the one that has this code already.
     *
     * @param code 1–64 characters
     * @param name 1–200 characters
     * @throws IllegalArgumentException when code or name break these rules
     */
    public Connection createGeneric(String code, String name) {
        var home = Region.of(CurrentTenant.id().value());
        var wanted =
                new Connection(
                        new SourceId(home.newId()),
                        PlainText.code(code),
                        GENERIC,
                        PlainText.name(name),
                        true);
        return transactions.write(() -> create(wanted));
    }

    private Connection create(Connection wanted) {
        Optional<Connection> existing = queries.read(wanted.code());
        if (existing.isPresent()) {
            return existing.get();
        }
        statements.insert(wanted, clock.now());
        trail.record("create", "connection", wanted.id().value().toString(), null, wanted);
        return wanted;
    }
}
