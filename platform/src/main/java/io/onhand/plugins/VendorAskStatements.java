package io.onhand.plugins;

import io.onhand.plugins.Asked.Amount;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what vendors were asked. */
@Component
class VendorAskStatements {

    private final JdbcClient app;

    VendorAskStatements(JdbcClient app) {
        this.app = app;
    }

    /** Adds what one tenant's connections asked. */
    void add(Map<Asked, Amount> counted, Instant at) {
        counted.forEach((asked, amount) -> add(asked, amount, at));
    }

    private void add(Asked asked, Amount amount, Instant at) {
        app.sql(
                        """
                        insert into vendor_ask (tenant_id, connection_id, asked_hour, host, call,
                            outcome, requests, bytes_sent, bytes_received, last_at)
                        values (:tenant, :connection, :hour, :host, :call, :outcome, :requests,
                            :sent, :received, :at)
                        on conflict (tenant_id, connection_id, asked_hour, host, call, outcome)
                        do update set
                            requests = vendor_ask.requests + excluded.requests,
                            bytes_sent = vendor_ask.bytes_sent + excluded.bytes_sent,
                            bytes_received = vendor_ask.bytes_received + excluded.bytes_received,
                            last_at = excluded.last_at
                        """)
                .param("tenant", asked.tenant().value())
                .param("connection", asked.connection())
                .param("hour", at.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                .param("host", asked.host())
                .param("call", asked.call())
                .param("outcome", asked.outcome())
                .param("requests", amount.requests())
                .param("sent", amount.sent())
                .param("received", amount.received())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
