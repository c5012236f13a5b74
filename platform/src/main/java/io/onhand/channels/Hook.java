package io.onhand.channels;

import io.onhand.tenancy.TenantId;

/**
 * The door of one connection.
 *
 * @param secrets what its sender signs with
 */
public record Hook(TenantId tenant, Connection connection, Secrets secrets) {}
