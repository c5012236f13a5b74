/**
 * Runs plugins: what understands the messages of tills and other systems.
 *
 * <p>A plugin of our own build runs in this process; the callers do not notice where a plugin runs,
 * and trust nothing that it answers.
 *
 * <p>Words: plugin, installation.
 */
@ApplicationModule(allowedDependencies = {"tenancy", "database", "secrets", "leases", "plugin"})
@NullMarked
package io.onhand.plugins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
