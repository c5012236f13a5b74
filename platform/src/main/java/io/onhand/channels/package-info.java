/**
 * What tills tell us: connections, the events they deliver, and what became of each.
 *
 * <p>An event that cannot be applied is kept whole with its exception; an applied event is its
 * posting.
 *
 * <p>Words: connection, source event, outcome.
 */
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "audit",
            "database",
            "measure",
            "locations",
            "catalog",
            "stock",
            "exceptions",
            "relay",
            "secrets",
            "plugins"
        })
@NullMarked
package io.onhand.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
