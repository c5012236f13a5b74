package io.onhand.channels;

import io.onhand.plugins.Installation;
import io.onhand.plugins.Vault;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantTransactions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives the broker what connections keep sealed. */
@Component
class ConnectionVault implements Vault {

    private final ConnectionQueries queries;
    private final SealedSecrets sealed;
    private final TenantTransactions transactions;

    ConnectionVault(
            ConnectionQueries queries, SealedSecrets sealed, TenantTransactions transactions) {
        this.queries = queries;
        this.sealed = sealed;
        this.transactions = transactions;
    }

    @Override
    public Optional<String> secret(Installation installation, String name) {
        return CurrentTenant.read(
                installation.tenant(),
                () ->
                        transactions.read(
                                () ->
                                        queries.byId(new SourceId(installation.connection()))
                                                .flatMap(one -> sealed.of(one).find(name))));
    }
}
