package io.onhand.tenancy;

import io.onhand.secrets.Secrets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The retailers that there are. */
@Component
public class Tenants {

    private final TenantDirectoryQueries directory;
    private final TenantStatements statements;
    private final TenantQueries queries;
    private final TenantTransactions transactions;
    private final BusinessClock clock;

    Tenants(
            TenantDirectoryQueries directory,
            TenantStatements statements,
            TenantQueries queries,
            TenantTransactions transactions,
            BusinessClock clock) {
        this.directory = directory;
        this.statements = statements;
        this.queries = queries;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes a tenant, or finds the one that has this code already. Two programs that do so at the
     * same moment get the same one. Must not run inside a transaction.
     *
     * @param code 1–64 characters, unique among all tenants
     * @param name 1–200 characters
     * @param region where its rows live for ever
     */
    public TenantId create(String code, String name, Region region) {
        byte[] hash = Secrets.sha256(code);
        return directory.byCodeHash(hash).orElseGet(() -> make(code, name, region, hash));
    }

    /** Finds a tenant by its code. */
    public Optional<TenantId> find(String code) {
        return directory.byCodeHash(Secrets.sha256(code));
    }

    /** What the current tenant is called. */
    public TenantDetails current() {
        return transactions.read(queries::current);
    }

    /** Every tenant there is, for jobs that visit each, in the order of their ids. */
    public List<TenantId> all() {
        return directory.all();
    }

    private TenantId make(String code, String name, Region region, byte[] hash) {
        var tenant = new TenantId(region.newId());
        var act = CurrentTenant.findAct().orElseGet(() -> Act.ofJob("sign-up", tenant.toString()));
        boolean first =
                CurrentTenant.call(
                        tenant,
                        act,
                        () ->
                                transactions.write(
                                        () -> statements.insert(code, name, hash, clock.now())));
        return first ? tenant : directory.byCodeHash(hash).orElseThrow();
    }
}
