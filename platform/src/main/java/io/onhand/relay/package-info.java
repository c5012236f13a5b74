/**
 * Carries what was committed to whoever acts on it: the rows of the outbox.
 *
 * <p>A broadcast consumer is on every program and hears every row: screens, caches, rights that
 * were withdrawn. A work consumer does something once: exactly one program hands it each row, again
 * and again until it succeeds, so it must be harmless to be handed one twice.
 *
 * <p>Words: outbox event, broadcast, work, shard, announcement.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "database", "leases"})
@NullMarked
package io.onhand.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
