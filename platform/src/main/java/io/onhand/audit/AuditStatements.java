package io.onhand.audit;

import io.onhand.tenancy.CurrentTenant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
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

    /** Inserts entries of one act, one action, one type and one time. */
    void insert(List<AuditEntry> entries) {
        var first = entries.getFirst();
        var act = first.act();
        app.sql(
                        """
                        insert into audit_entry (tenant_id, at, entry_id, actor_type, actor_id,
                            action, object_type, object_id, after_state,
                            door, address, correlation_id)
                        select cast(:tenant as uuid), cast(:at as timestamptz), e.id,
                            cast(:actorType as text), cast(:actorId as text),
                            cast(:action as text), cast(:objectType as text), e.object, e.state,
                            cast(:door as text), cast(:address as text), cast(:correlation as text)
                        from unnest(cast(:ids as uuid[]), cast(:objects as text[]),
                            cast(:states as text[])) as e (id, object, state)
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("at", first.at().atOffset(ZoneOffset.UTC))
                .param("actorType", act.actor().type().word())
                .param("actorId", act.actor().id())
                .param("action", first.action())
                .param("objectType", first.objectType())
                .param("door", act.door())
                .param("address", act.address())
                .param("correlation", act.correlationId())
                .param("ids", entries.stream().map(AuditEntry::id).toArray(UUID[]::new))
                .param("objects", entries.stream().map(AuditEntry::objectId).toArray(String[]::new))
                .param("states", entries.stream().map(AuditEntry::after).toArray(String[]::new))
                .update();
    }
}
