/**
 * Who may do what: people and their sessions, API keys, roles and the locations they are limited
 * to.
 *
 * <p>A key is kept as its SHA-256 only. The directory finds the tenant of a key before there is
 * one.
 *
 * <p>A person is one for all tenants; what they are in a tenant is a membership of that tenant.
 *
 * <p>Words: person, membership, session, API key, role, permission, caller.
 */
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "audit",
            "database",
            "leases",
            "locations",
            "measure",
            "relay",
            "secrets"
        })
@NullMarked
package io.onhand.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
