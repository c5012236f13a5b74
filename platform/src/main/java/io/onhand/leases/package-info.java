/**
 * What each program does of all that share a database, and what one of them at a time.
 *
 * <p>A program has roles; its jobs run where it is a worker.
 *
 * <p>A lease is held for a while and renewed; if its holder dies it runs out and another takes it.
 * It keeps work from being done twice for nothing; what must not happen twice needs a key of its
 * own besides, because a holder may be late to notice that its time has run out.
 *
 * <p>Words: role, job, lease, holder.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "database"})
@NullMarked
package io.onhand.leases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
