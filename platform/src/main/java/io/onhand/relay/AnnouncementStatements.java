package io.onhand.relay;

import io.onhand.tenancy.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inserts into the outbox, in a transaction of a tenant. */
@Component
class AnnouncementStatements {

    private final JdbcClient app;

    AnnouncementStatements(JdbcClient app) {
        this.app = app;
    }

    void insert(int shard, Instant at, UUID event, TenantId tenant, String topic, String envelope) {
        app.sql(
                        """
                        insert into outbox (shard, created_at, event_id, tenant_id, topic, envelope)
                        values (:shard, :at, :event, :tenant, :topic, :envelope)
                        """)
                .param("shard", (short) shard)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("event", event)
                .param("tenant", tenant.value())
                .param("topic", topic)
                .param("envelope", envelope)
                .update();
    }
}
