/**
 * Who may do what: API keys, roles and the locations they are limited to.
 *
 * <p>A key is kept as its SHA-256 only. The directory finds the tenant of a key before there is
 * one.
 *
 * <p>Words: API key, role, permission, caller.
 */
@ApplicationModule(
        allowedDependencies = {"tenancy", "audit", "database", "locations", "measure", "relay"})
@NullMarked
package io.onhand.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
