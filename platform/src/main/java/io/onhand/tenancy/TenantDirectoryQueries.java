package io.onhand.tenancy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The directory of tenants, read as the door because no tenant is open yet. */
@Component
class TenantDirectoryQueries {

    private final JdbcClient door;

    TenantDirectoryQueries(@Qualifier("door") JdbcClient door) {
        this.door = door;
    }

    Optional<TenantId> byCodeHash(byte[] hash) {
        return door.sql("select tenant_id from tenant_directory where code_hash = :hash")
                .param("hash", hash)
                .query(UUID.class)
                .optional()
                .map(TenantId::new);
    }

    List<TenantId> all() {
        return door
                .sql("select tenant_id from tenant_directory order by tenant_id")
                .query(UUID.class)
                .list()
                .stream()
                .map(TenantId::new)
                .toList();
    }
}
