package io.onhand.plugins;

import io.onhand.tenancy.TenantId;
import java.util.Map;
import java.util.UUID;

/**
 * A plugin at work for one connection of a tenant.
 *
 * @param plugin its name: {@code generic}
 * @param settings the connection's, free of secrets
 */
public record Installation(
        TenantId tenant, UUID connection, String plugin, Map<String, String> settings) {

    public Installation {
        settings = Map.copyOf(settings);
    }
}
