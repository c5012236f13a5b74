package io.onhand.channels;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The directory of hooks, read as the door because no tenant is open yet. */
@Component
class ConnectionDirectoryQueries {

    /** Where a connection is kept. */
    record Place(TenantId tenant, SourceId connection) {}

    private final JdbcClient door;

    ConnectionDirectoryQueries(@Qualifier("door") JdbcClient door) {
        this.door = door;
    }

    Optional<Place> find(HookKey key) {
        return door.sql(
                        """
                        select tenant_id, connection_id from connection_directory
                        where key_hash = :hash
                        """)
                .param("hash", key.hash())
                .query(
                        (row, number) ->
                                new Place(
                                        new TenantId(row.getObject("tenant_id", UUID.class)),
                                        new SourceId(row.getObject("connection_id", UUID.class))))
                .optional();
    }
}
