package io.onhand.tenancy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the current tenant's own row. */
@Component
class TenantQueries {

    private final JdbcClient app;

    TenantQueries(JdbcClient app) {
        this.app = app;
    }

    TenantDetails current() {
        return app.sql("select code, name from tenant")
                .query(
                        (row, number) ->
                                new TenantDetails(
                                        CurrentTenant.id(),
                                        row.getString("code"),
                                        row.getString("name")))
                .single();
    }
}
