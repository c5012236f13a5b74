package io.onhand.channels;

import io.onhand.plugins.Installation;
import io.onhand.plugins.TokenKeeper;
import io.onhand.plugins.Vault;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantTransactions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives the broker what connections keep sealed, and keeps their tokens. */
@Component
class ConnectionVault implements Vault, TokenKeeper {

    private final ConnectionQueries queries;
    private final SealedSecrets sealed;
    private final Connections connections;
    private final TenantTransactions transactions;

    ConnectionVault(
            ConnectionQueries queries,
            SealedSecrets sealed,
            Connections connections,
            TenantTransactions transactions) {
        this.queries = queries;
        this.sealed = sealed;
        this.connections = connections;
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

    @Override
    public void keep(
            Installation installation, Map<String, String> secrets, Map<String, String> settings) {
        transactions.write(
                () ->
                        queries.byId(new SourceId(installation.connection()))
                                .flatMap(one -> keep(one, secrets, settings)));
    }

    private Optional<ConnectionDetails> keep(
            Connection connection, Map<String, String> secrets, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(connection.settings());
        all.putAll(settings);
        return connections.change(
                connection.code(),
                new ConnectionChange(null, null, null, all, new Secrets(secrets), null));
    }
}
