/**
 * Whose data this is, who acts, and what time it is.
 *
 * <p>The tenant and the act are scope values, opened at the edge (request, listener, job) and
 * written into each transaction by {@code TenantTransactionManager}. Without a tenant the database
 * shows no row; without an act it writes none.
 *
 * <p>Words: tenant, act, actor, region, business clock, machine clock.
 */
@ApplicationModule(allowedDependencies = {"database", "secrets"})
@NullMarked
package io.onhand.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
