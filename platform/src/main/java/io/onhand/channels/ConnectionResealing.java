package io.onhand.channels;

import io.onhand.audit.AuditTrail;
import io.onhand.secrets.Resealing;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.TenantTransactions;
import io.onhand.tenancy.Tenants;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seals the secrets of all tenants' connections anew, each connection in a transaction. */
@Component
class ConnectionResealing implements Resealing {

    private final Tenants tenants;
    private final TenantTransactions transactions;
    private final ConnectionQueries queries;
    private final ConnectionStatements statements;
    private final SealedSecrets sealed;
    private final AuditTrail trail;

    ConnectionResealing(
            Tenants tenants,
            TenantTransactions transactions,
            ConnectionQueries queries,
            ConnectionStatements statements,
            SealedSecrets sealed,
            AuditTrail trail) {
        this.tenants = tenants;
        this.transactions = transactions;
        this.queries = queries;
        this.statements = statements;
        this.sealed = sealed;
        this.trail = trail;
    }

    @Override
    public String what() {
        return "Connections";
    }

    @Override
    public int reseal() {
        return tenants.all().stream().mapToInt(this::reseal).sum();
    }

    private int reseal(TenantId tenant) {
        var act = Act.ofJob("rotate-secrets", UUID.randomUUID().toString());
        return CurrentTenant.call(
                tenant,
                act,
                () -> {
                    List<SourceId> all = transactions.read(queries::withSecrets);
                    return (int) all.stream().filter(this::resealed).count();
                });
    }

    private boolean resealed(SourceId id) {
        return transactions.write(
                () ->
                        queries.byId(id)
                                .filter(sealed::isOfFormerKey)
                                .map(
                                        connection -> {
                                            Secrets secrets = sealed.of(connection);
                                            statements.updateSecrets(
                                                    connection, sealed.seal(connection, secrets));
                                            trail.record(
                                                    "reseal-secrets",
                                                    "connection",
                                                    id.value().toString(),
                                                    null,
                                                    null);
                                            return true;
                                        })
                                .orElse(false));
    }
}
