package io.onhand.live;

import io.onhand.tenancy.TenantId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the tenant of a ticket, read as the door because no tenant is open yet. */
@Component
class LiveTicketDirectoryQueries {

    private final JdbcClient door;

    LiveTicketDirectoryQueries(@Qualifier("door") JdbcClient door) {
        this.door = door;
    }

    Optional<TenantId> tenantOf(byte[] hash) {
        return door.sql("select tenant_id from live_ticket where ticket_hash = :hash")
                .param("hash", hash)
                .query(UUID.class)
                .optional()
                .map(TenantId::new);
    }
}
