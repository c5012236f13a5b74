package io.onhand.inbox;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of messages whose signature was wrong. */
@Component
class RefusedStatements {

    private final JdbcClient app;

    RefusedStatements(JdbcClient app) {
        this.app = app;
    }

    /**
     * A refused message.
     *
     * @param slot the place that it takes from an older one
     * @param refusals how many it stands for
     */
    record Refused(
            SourceId connection,
            int slot,
            String reason,
            long refusals,
            String headers,
            byte[] body) {}

    void keep(Refused refused, Instant at) {
        app.sql(
                        """
                        insert into delivery_refused (tenant_id, connection_id, slot, refused_at,
                            reason, refusals, headers, body)
                        values (:tenant, :connection, :slot, :at, :reason, :refusals, :headers,
                            :body)
                        on conflict (tenant_id, connection_id, slot) do update
                            set refused_at = excluded.refused_at, reason = excluded.reason,
                                refusals = excluded.refusals, headers = excluded.headers,
                                body = excluded.body
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("connection", refused.connection().value())
                .param("slot", refused.slot())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", refused.reason())
                .param("refusals", refused.refusals())
                .param("headers", refused.headers())
                .param("body", refused.body())
                .update();
    }
}
