/**
 * The way of a delivery: a message of a till is kept as it came, read by its plugin, and its events
 * are handed on to be posted, document by document.
 *
 * <p>A delivery is answered once it is durable. Everything after that is work that a program leases
 * and another takes over; doing it twice changes nothing.
 *
 * <p>What could not be posted is settled by a person: one exception by {@code Settlements}, many by
 * {@code BulkSettlements}, which tells before what that would come to.
 *
 * <p>Words: delivery, inbox, work, document.
 */
@ApplicationModule(
        allowedDependencies = {
            "tenancy",
            "audit",
            "database",
            "measure",
            "leases",
            "stock",
            "catalog",
            "locations",
            "channels",
            "exceptions",
            "plugins",
            "plugin"
        })
@NullMarked
package io.onhand.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
