package io.onhand.channels;

import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Finds the connection whose hook an address names, and remembers it for a moment. */
@Component
public class Hooks {

    /** How long a change of a connection may go unnoticed at its hook. */
    static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private static final int KNOWN_MAX = 10_000;

    private record Known(Optional<Hook> hook, Instant until) {}

    private final ConnectionDirectoryQueries directory;
    private final ConnectionQueries queries;
    private final SealedSecrets sealed;
    private final TenantTransactions transactions;
    private final MachineClock clock;
    private final ConcurrentHashMap<HookKey, Known> known = new ConcurrentHashMap<>();

    Hooks(
            ConnectionDirectoryQueries directory,
            ConnectionQueries queries,
            SealedSecrets sealed,
            TenantTransactions transactions,
            MachineClock clock) {
        this.directory = directory;
        this.queries = queries;
        this.sealed = sealed;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The hook of this key. No tenant need be open, and no transaction may be. */
    public Optional<Hook> find(HookKey key) {
        // before reading: what is read may be older than its end, never younger
        Instant now = clock.now();
        Known remembered = known.get(key);
        if (remembered != null && now.isBefore(remembered.until())) {
            return remembered.hook();
        }
        Optional<Hook> hook = directory.find(key).flatMap(this::read);
        if (known.size() >= KNOWN_MAX) {
            known.clear();
        }
        known.put(key, new Known(hook, now.plus(KNOWN_FOR)));
        return hook;
    }

    private Optional<Hook> read(ConnectionDirectoryQueries.Place place) {
        return CurrentTenant.read(
                place.tenant(),
                () ->
                        transactions.read(
                                () ->
                                        queries.byId(place.connection())
                                                .map(
                                                        connection ->
                                                                new Hook(
                                                                        place.tenant(),
                                                                        connection,
                                                                        sealed.of(connection)))));
    }
}
