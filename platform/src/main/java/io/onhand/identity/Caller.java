package io.onhand.identity;

import io.onhand.tenancy.Actor;
import io.onhand.tenancy.TenantId;

/**
 * Who is asking, as far as it was proven.
 *
 * @param tenant whose data
 * @param actor who
 * @param role what it is there
 * @param limit the locations it may touch
 */
public record Caller(TenantId tenant, Actor actor, Role role, LocationLimit limit) {}
