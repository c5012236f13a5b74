package io.onhand.tenancy;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers what never changes once it is committed, for each tenant. When it is full it starts
 * anew: cheap, bounded, and right because everything in it can be read again.
 *
 * @param <K> by what it is found
 * @param <V> what is found
 */
public final class TenantCache<K, V> {

    private record Key<K>(TenantId tenant, K key) {}

    private final int sizeMax;
    private final ConcurrentHashMap<Key<K>, V> known = new ConcurrentHashMap<>();

    /**
     * @param sizeMax entries over all tenants
     */
    public TenantCache(int sizeMax) {
        this.sizeMax = sizeMax;
    }

    /**
     * What the current tenant has for these keys; keys without a value are absent.
     *
     * @param read asked for the keys that are not remembered
     */
    public Map<K, V> get(Collection<K> keys, Function<Set<K>, Map<K, V>> read) {
        var tenant = CurrentTenant.id();
        Map<K, V> found = new HashMap<>();
        Set<K> missing = new HashSet<>();
        for (K key : keys) {
            V value = known.get(new Key<>(tenant, key));
            if (value == null) {
                missing.add(key);
            } else {
                found.put(key, value);
            }
        }
        if (!missing.isEmpty()) {
            Map<K, V> fresh = read.apply(missing);
            remember(tenant, fresh);
            found.putAll(fresh);
        }
        return found;
    }

    /** What a writing transaction sees may yet be rolled back. */
    private void remember(TenantId tenant, Map<K, V> fresh) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return;
        }
        if (known.size() + fresh.size() > sizeMax) {
            known.clear();
        }
        fresh.forEach((key, value) -> known.put(new Key<>(tenant, key), value));
    }
}
