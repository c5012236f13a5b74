/**
 * Keeps Onhand and the vendors' tills together: it asks for what no message told, and compares what
 * a till takes its stock to be with what is here.
 *
 * <p>A connection has its turn when it is due; one program at a time does it, and another takes
 * over within half a minute. What is asked for goes the way of every delivery. What a till shows is
 * an observation: it is compared, and never posted.
 *
 * <p>Words: turn, stand, walk, observation, till stock.
 */
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "audit",
            "database",
            "measure",
            "leases",
            "locations",
            "catalog",
            "stock",
            "exceptions",
            "relay",
            "plugins",
            "plugin",
            "channels",
            "inbox"
        })
@NullMarked
package io.onhand.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
