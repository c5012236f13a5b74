package io.onhand.plugins;

import io.onhand.tenancy.TenantId;
import java.util.UUID;

/**
 * A plugin at work for one connection of a tenant.
 *
 * @param plugin its name: {@code generic}
 */
public record Installation(TenantId tenant, UUID connection, String plugin) {}
