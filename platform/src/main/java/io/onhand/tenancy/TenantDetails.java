package io.onhand.tenancy;

/**
 * A tenant as people know it.
 *
 * @param code unique among all tenants
 * @param name what people call it
 */
public record TenantDetails(TenantId id, String code, String name) {}
