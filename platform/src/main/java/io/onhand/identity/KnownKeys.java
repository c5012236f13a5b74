package io.onhand.identity;

import io.onhand.tenancy.Actor;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Finds keys, and remembers them for a moment, so that each request need not ask anew. */
@Component
class KnownKeys {

    /** How long a key that was revoked meanwhile may still be taken. */
    static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private static final int KNOWN_MAX = 10_000;

    private record Known(Caller caller, Instant until) {}

    private final ApiKeyDirectoryQueries directory;
    private final ApiKeyQueries queries;
    private final TenantTransactions transactions;
    private final MachineClock clock;
    private final ConcurrentHashMap<KeyHash, Known> known = new ConcurrentHashMap<>();

    KnownKeys(
            ApiKeyDirectoryQueries directory,
            ApiKeyQueries queries,
            TenantTransactions transactions,
            MachineClock clock) {
        this.directory = directory;
        this.queries = queries;
        this.transactions = transactions;
        this.clock = clock;
    }

    Optional<Caller> find(String key) {
        var hash = KeyHash.of(key);
        // before reading: what is read may be older than its end, never younger
        var now = clock.now();
        var remembered = known.get(hash);
        if (remembered != null && now.isBefore(remembered.until())) {
            return Optional.of(remembered.caller());
        }
        var caller = directory.find(hash).flatMap(place -> read(place.tenant(), place.key()));
        remember(hash, caller, now.plus(KNOWN_FOR));
        return caller;
    }

    Optional<ApiKey> byId(ApiKeyId id) {
        return queries.byId(id);
    }

    Optional<Caller> read(TenantId tenant, ApiKeyId id) {
        return CurrentTenant.read(
                tenant,
                () ->
                        transactions.read(
                                () ->
                                        queries.byId(id)
                                                .filter(key -> key.revokedAt() == null)
                                                .map(key -> caller(tenant, key))));
    }

    private static Caller caller(TenantId tenant, ApiKey key) {
        var actor = new Actor(Actor.Type.API_KEY, key.id().toString());
        return new Caller(tenant, actor, key.role(), key.limit());
    }

    private void remember(KeyHash hash, Optional<Caller> caller, Instant until) {
        if (known.size() >= KNOWN_MAX) {
            known.clear();
        }
        caller.ifPresentOrElse(
                found -> known.put(hash, new Known(found, until)), () -> known.remove(hash));
    }
}
