package io.onhand.identity;

import io.onhand.audit.AuditTrail;
import io.onhand.measure.PlainText;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.TenantTransactions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** API keys: who shows one, and making and revoking them. */
@Component
public class ApiKeys {

    private final KnownKeys known;
    private final ApiKeyStatements statements;
    private final TenantTransactions transactions;
    private final AuditTrail trail;
    private final RightsChanges changes;
    private final BusinessClock clock;

    ApiKeys(
            KnownKeys known,
            ApiKeyStatements statements,
            TenantTransactions transactions,
            AuditTrail trail,
            RightsChanges changes,
            BusinessClock clock) {
        this.known = known;
        this.statements = statements;
        this.transactions = transactions;
        this.trail = trail;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Who shows this key. No tenant need be open, and no transaction may be. A revoked key is not
     * found, on any program at most {@link KnownKeys#KNOWN_FOR} after it was revoked.
     *
     * @param key the key as it was shown
     */
    public Optional<Caller> find(String key) {
        return known.find(key);
    }

    /**
     * Who holds this key, read now and not from memory; nobody when it was revoked. No transaction
     * may run.
     */
    public Optional<Caller> holder(TenantId tenant, ApiKeyId id) {
        return known.read(tenant, id);
    }

    /**
     * Makes a key of the current tenant.
     *
     * @param name what people call it, 1–200 characters
     * @param keyText the secret; only its hash is kept
     * @throws org.springframework.dao.DuplicateKeyException when the secret is in use
     */
    public ApiKey create(String name, Role role, LocationLimit limit, String keyText) {
        var id = new ApiKeyId(Region.of(CurrentTenant.id().value()).newId());
        var key = new ApiKey(id, PlainText.name(name), role, limit, null);
        return transactions.write(
                () -> {
                    statements.insert(key, KeyHash.of(keyText), clock.now());
                    trail.record("create", "api-key", id.toString(), null, key);
                    return key;
                });
    }

    /** Revokes a key; revoking one again changes nothing. Whether there is such a key. */
    public boolean revoke(ApiKeyId id) {
        return transactions.write(
                () -> {
                    var found = known.byId(id);
                    found.filter(key -> key.revokedAt() == null).ifPresent(this::revoke);
                    return found.isPresent();
                });
    }

    private void revoke(ApiKey key) {
        var at = clock.now();
        statements.revoke(key.id(), at);
        trail.record("revoke", "api-key", key.id().toString(), key, key.revoked(at));
        changes.announce(new Actor(Actor.Type.API_KEY, key.id().toString()));
    }
}
