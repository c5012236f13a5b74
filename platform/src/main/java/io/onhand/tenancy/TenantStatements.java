package io.onhand.tenancy;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of the current tenant's own row. */
@Component
class TenantStatements {

    private final JdbcClient app;

    TenantStatements(JdbcClient app) {
        this.app = app;
    }

    /** Whether the code was free; if it was not, nothing is written. */
    boolean insert(String code, String name, byte[] codeHash, Instant at) {
        var tenant = CurrentTenant.id().value();
        int inserted =
                app.sql(
                                """
                                insert into tenant_directory (tenant_id, code_hash)
                                values (:tenant, :hash)
                                on conflict (code_hash) do nothing
                                """)
                        .param("tenant", tenant)
                        .param("hash", codeHash)
                        .update();
        if (inserted == 0) {
            return false;
        }
        app.sql(
                        """
                        insert into tenant (tenant_id, code, name, created_at)
                        values (:tenant, :code, :name, :at)
                        """)
                .param("tenant", tenant)
                .param("code", code)
                .param("name", name)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }
}
