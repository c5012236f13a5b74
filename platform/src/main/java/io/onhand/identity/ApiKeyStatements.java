package io.onhand.identity;

import io.onhand.locations.LocationId;
import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of API keys. */
@Component
class ApiKeyStatements {

    private final JdbcClient app;

    ApiKeyStatements(JdbcClient app) {
        this.app = app;
    }

    void insert(ApiKey key, KeyHash hash, Instant at) {
        var tenant = CurrentTenant.id().value();
        app.sql(
                        """
                        insert into api_key (tenant_id, api_key_id, name, role, all_locations,
                            key_hash, created_at)
                        values (:tenant, :id, :name, :role, :all, :hash, :at)
                        """)
                .param("tenant", tenant)
                .param("id", key.id().value())
                .param("name", key.name())
                .param("role", key.role().word())
                .param("all", key.limit() instanceof LocationLimit.Everywhere)
                .param("hash", hash.bytes())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        if (key.limit() instanceof LocationLimit.Only(var locations)) {
            insertLocations(key.id(), locations);
        }
        app.sql(
                        """
                        insert into api_key_directory (tenant_id, key_hash, api_key_id)
                        values (:tenant, :hash, :id)
                        """)
                .param("tenant", tenant)
                .param("hash", hash.bytes())
                .param("id", key.id().value())
                .update();
    }

    private void insertLocations(ApiKeyId key, Set<LocationId> locations) {
        app.sql(
                        """
                        insert into api_key_location (tenant_id, api_key_id, location_id)
                        select cast(:tenant as uuid), cast(:key as uuid), l
                        from unnest(cast(:locations as uuid[])) as l
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("key", key.value())
                .param("locations", locations.stream().map(LocationId::value).toArray(UUID[]::new))
                .update();
    }

    void revoke(ApiKeyId id, Instant at) {
        app.sql("update api_key set revoked_at = :at where api_key_id = :id")
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
