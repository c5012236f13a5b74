package io.onhand.channels;

import io.onhand.stock.Identity;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.TenantId;

/**
 * The circumstances under which events came in together.
 *
 * @param actor who sent them
 */
record Intake(TenantId tenant, Connection connection, Actor actor) {

    Identity identity(SourceEvent event) {
        return new Identity(connection.id(), event.externalId(), event.revision());
    }
}
