package io.onhand.sync;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The last report of each connection. Runs inside the caller's transaction. */
@Component
class ReportStatements {

    private final JdbcClient app;
    private final JsonMapper json;

    ReportStatements(JdbcClient app, JsonMapper json) {
        this.app = app;
        this.json = json;
    }

    void put(SourceId connection, ReconciliationReport report) {
        app.sql(
                        """
                        insert into reconciliation (tenant_id, connection_id, at, report)
                        values (:tenant, :connection, :at, :report)
                        on conflict (tenant_id, connection_id) do update
                            set at = excluded.at, report = excluded.report
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("connection", connection.value())
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .param("report", json.writeValueAsString(report))
                .update();
    }

    Optional<ReconciliationReport> of(SourceId connection) {
        return app.sql("select report from reconciliation where connection_id = :connection")
                .param("connection", connection.value())
                .query(
                        (row, number) ->
                                json.readValue(row.getString("report"), ReconciliationReport.class))
                .optional();
    }
}
