package io.onhand.identity;

import io.onhand.tenancy.TenantId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The directory of keys, read as the door because no tenant is open yet. */
@Component
class ApiKeyDirectoryQueries {

    /** Where a key is kept. */
    record Place(TenantId tenant, ApiKeyId key) {}

    private final JdbcClient door;

    ApiKeyDirectoryQueries(@Qualifier("door") JdbcClient door) {
        this.door = door;
    }

    Optional<Place> find(KeyHash hash) {
        return door.sql(
                        """
                        select tenant_id, api_key_id from api_key_directory where key_hash = :hash
                        """)
                .param("hash", hash.bytes())
                .query(
                        (row, number) ->
                                new Place(
                                        new TenantId(row.getObject("tenant_id", UUID.class)),
                                        new ApiKeyId(row.getObject("api_key_id", UUID.class))))
                .optional();
    }
}
