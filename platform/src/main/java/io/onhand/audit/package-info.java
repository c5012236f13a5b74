/**
 * Who changed what, written in the same transaction as the change and never altered.
 *
 * <p>Entries name people by id only. A job seals the entries of each tenant into a chain, so that a
 * missing or edited one shows.
 *
 * <p>Words: audit entry, seal.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "database", "leases"})
@NullMarked
package io.onhand.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
