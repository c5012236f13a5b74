/**
 * What one program at a time does, of all that share a database.
 *
 * <p>A lease is held for a while and renewed; if its holder dies it runs out and another takes it.
 * It keeps work from being done twice for nothing; what must not happen twice needs a key of its
 * own besides, because a holder may be late to notice that its time has run out.
 *
 * <p>Words: lease, holder.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "database"})
@NullMarked
package io.onhand.leases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
