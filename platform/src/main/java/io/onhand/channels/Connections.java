package io.onhand.channels;

import io.onhand.audit.AuditTrail;
import io.onhand.channels.ConnectionCreation.AlreadyExists;
import io.onhand.channels.ConnectionCreation.Created;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantTransactions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes and changes the current tenant's connections. */
@Component
public class Connections {

    /** The built-in plugin, to which tills and scripts send events that are understood already. */
    public static final String GENERIC = "generic";

    private static final Logger log = LoggerFactory.getLogger(Connections.class);

    private final ConnectionStatements statements;
    private final ConnectionQueries queries;
    private final MappingStatements mappings;
    private final Mappings names;
    private final SealedSecrets sealed;
    private final TenantTransactions transactions;
    private final AuditTrail trail;
    private final BusinessClock clock;
    private final ApplicationEventPublisher listeners;

    Connections(
            ConnectionStatements statements,
            ConnectionQueries queries,
            MappingStatements mappings,
            Mappings names,
            SealedSecrets sealed,
            TenantTransactions transactions,
            AuditTrail trail,
            BusinessClock clock,
            ApplicationEventPublisher listeners) {
        this.statements = statements;
        this.queries = queries;
        this.mappings = mappings;
        this.names = names;
        this.sealed = sealed;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
        this.listeners = listeners;
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
        return switch (create(
                NewConnection.ofOurNames(code, name, HookKey.random(), Secrets.NONE))) {
            case Created(var made) -> made.connection();
            case AlreadyExists(var existing) -> existing;
        };
    }

    /**
     * Makes a connection.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the key of its hook is in use
     */
    public ConnectionCreation create(NewConnection wanted) {
        return transactions.write(
                () -> {
                    Optional<Connection> existing = queries.read(wanted.code());
                    return existing.isPresent()
                            ? new AlreadyExists(existing.get())
                            : new Created(insert(wanted));
                });
    }

    private ConnectionDetails insert(NewConnection wanted) {
        var made =
                new Connection(
                        new SourceId(Region.of(CurrentTenant.id().value()).newId()),
                        wanted.code(),
                        wanted.plugin(),
                        wanted.name(),
                        wanted.mode(),
                        wanted.match(),
                        wanted.namesAreOurs(),
                        wanted.settings());
        var at = clock.now();
        statements.insert(made, wanted.key(), sealed.seal(made, wanted.secrets()), at);
        mappings.putLocations(made.id(), wanted.locations(), at);
        var details = new ConnectionDetails(made, wanted.key(), wanted.locations());
        trail.record("create", "connection", made.id().value().toString(), null, made);
        listeners.publishEvent(new ConnectionChanged(null, made));
        return details;
    }

    /**
     * Changes a connection; empty if there is none of this code. Where its names mean something
     * else now, what waited for them is posted; must not run inside a transaction then.
     */
    public Optional<ConnectionDetails> change(String code, ConnectionChange change) {
        Optional<Changed> changed =
                transactions.write(
                        () ->
                                queries.details(code)
                                        .map(old -> new Changed(old, change(old, change))));
        changed.filter(Changed::names).ifPresent(this::retry);
        return changed.map(Changed::now);
    }

    private record Changed(ConnectionDetails before, ConnectionDetails now) {

        boolean names() {
            return before.connection().match() != now.connection().match()
                    || !before.locations().equals(now.locations());
        }
    }

    /** The change stands whatever becomes of this; what is not posted waits on. */
    private void retry(Changed changed) {
        Connection connection = changed.now().connection();
        try {
            names.retryAll(connection);
        } catch (RuntimeException e) {
            log.warn("What waited for names of {} waits on", connection.code(), e);
        }
    }

    private ConnectionDetails change(ConnectionDetails before, ConnectionChange change) {
        Connection old = before.connection();
        Connection now = change.over(old);
        statements.update(now);
        if (change.secrets() != null) {
            Map<String, String> secrets = new HashMap<>(sealed.of(old).values());
            secrets.putAll(change.secrets().values());
            statements.updateSecrets(now, sealed.seal(now, new Secrets(secrets)));
            trail.record("change-secrets", "connection", now.id().value().toString(), null, null);
        }
        if (change.locations() != null) {
            mappings.removeLocations(now.id());
            mappings.putLocations(now.id(), change.locations(), clock.now());
        }
        var after =
                new ConnectionDetails(
                        now,
                        before.key(),
                        change.locations() == null ? before.locations() : change.locations());
        trail.record("change", "connection", now.id().value().toString(), old, now);
        listeners.publishEvent(new ConnectionChanged(old, now));
        return after;
    }
}
