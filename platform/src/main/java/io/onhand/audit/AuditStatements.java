package io.onhand.audit;

import io.onhand.tenancy.CurrentTenant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of the trail: only ever inserts. */
@Component
class AuditStatements {

    private final JdbcClient app;

    AuditStatements(JdbcClient app) {
        this.app = app;
    }

    void insert(AuditEntry entry) {
        var act = entry.act();
        app.sql(
                        """
                        insert into audit_entry (tenant_id, at, entry_id, actor_type, actor_id,
                            action, object_type, object_id, before_state, after_state,
                            door, address, correlation_id)
                        values (:tenant, :at, :id, :actorType, :actorId,
                            :action, :objectType, :objectId, :before, :after,
                            :door, :address, :correlation)
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("id", entry.id())
                .param("actorType", act.actor().type().word())
                .param("actorId", act.actor().id())
                .param("action", entry.action())
                .param("objectType", entry.objectType())
                .param("objectId", entry.objectId())
                .param("before", entry.before())
                .param("after", entry.after())
                .param("door", act.door())
                .param("address", act.address())
                .param("correlation", act.correlationId())
                .update();
    }
}
