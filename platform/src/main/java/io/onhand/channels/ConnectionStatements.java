package io.onhand.channels;

import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of connections. */
@Component
class ConnectionStatements {

    private final JdbcClient app;

    ConnectionStatements(JdbcClient app) {
        this.app = app;
    }

    void insert(Connection connection, Instant at) {
        app.sql(
                        """
                        insert into connection (tenant_id, connection_id, code, plugin, name, mode,
                            names_are_ours, created_at)
                        values (:tenant, :id, :code, :plugin, :name, 'live', :ours, :at)
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", connection.id().value())
                .param("code", connection.code())
                .param("plugin", connection.plugin())
                .param("name", connection.name())
                .param("ours", connection.namesAreOurs())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
