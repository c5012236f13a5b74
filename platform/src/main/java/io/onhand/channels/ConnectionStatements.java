package io.onhand.channels;

import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes of connections. */
@Component
class ConnectionStatements {

    private final JdbcClient app;
    private final JsonMapper json;

    ConnectionStatements(JdbcClient app, JsonMapper json) {
        this.app = app;
        this.json = json;
    }

    void insert(Connection connection, HookKey key, byte @Nullable [] secrets, Instant at) {
        UUID tenant = CurrentTenant.id().value();
        app.sql(
                        """
                        insert into connection (tenant_id, connection_id, code, plugin, name, mode,
                            name_match, names_are_ours, settings, secrets, hook_key, created_at)
                        values (:tenant, :id, :code, :plugin, :name, :mode, :match, :ours,
                            :settings, cast(:secrets as bytea), :key, :at)
                        """)
                .param("tenant", tenant)
                .param("id", connection.id().value())
                .param("code", connection.code())
                .param("plugin", connection.plugin())
                .param("name", connection.name())
                .param("mode", connection.mode().word())
                .param("match", connection.match().word())
                .param("ours", connection.namesAreOurs())
                .param("settings", json.writeValueAsString(connection.settings()))
                .param("secrets", secrets)
                .param("key", key.text())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        app.sql(
                        """
                        insert into connection_directory (tenant_id, key_hash, connection_id)
                        values (:tenant, :hash, :id)
                        """)
                .param("tenant", tenant)
                .param("hash", key.hash())
                .param("id", connection.id().value())
                .update();
    }

    void update(Connection connection) {
        app.sql(
                        """
                        update connection
                        set name = :name, mode = :mode, name_match = :match, settings = :settings
                        where connection_id = :id
                        """)
                .param("name", connection.name())
                .param("mode", connection.mode().word())
                .param("match", connection.match().word())
                .param("settings", json.writeValueAsString(connection.settings()))
                .param("id", connection.id().value())
                .update();
    }

    void updateSecrets(Connection connection, byte @Nullable [] secrets) {
        app.sql(
                        """
                        update connection set secrets = cast(:secrets as bytea)
                        where connection_id = :id
                        """)
                .param("secrets", secrets)
                .param("id", connection.id().value())
                .update();
    }
}
