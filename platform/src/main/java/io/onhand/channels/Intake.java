package io.onhand.channels;

import io.onhand.stock.Identity;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.TenantId;
import java.time.Instant;

/**
 * The circumstances under which events came in together.
 *
 * @param actor who sent them
 * @param receivedAt when they were received, business time
 */
record Intake(TenantId tenant, Connection connection, Actor actor, Instant receivedAt) {

    Identity identity(SourceEvent event) {
        return new Identity(connection.id(), event.externalId(), event.revision());
    }
}
