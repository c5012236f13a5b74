package io.onhand.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins each transaction of the app pool as its tenant: writes {@code onhand.tenant_id} for the
 * transaction, so that the policies of the tables show this tenant's rows and no other. Without a
 * tenant they show none.
 *
 * <p>What a job does is planned for the rows that it meets. A plan that was kept from when a queue
 * was empty reads the whole queue for each of its rows, and loses races against all who add to it.
 */
class TenantTransactionManager extends JdbcTransactionManager {

    private static final String AS_TENANT = "select set_config('onhand.tenant_id', ?, true)";
    private static final String AS_TENANT_IN_A_JOB =
            AS_TENANT + ", set_config('plan_cache_mode', 'force_custom_plan', true)";

    TenantTransactionManager(DataSource app) {
        super(app);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (!definition.isReadOnly() && CurrentTenant.findAct().isEmpty()) {
            throw new IllegalStateException(
                    "a writing transaction needs an act: open CurrentTenant at the edge");
        }
        super.doBegin(transaction, definition);
    }

    @Override
    protected void prepareTransactionalConnection(
            Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var tenant = CurrentTenant.find();
        if (tenant.isPresent()) {
            try (PreparedStatement set = connection.prepareStatement(begin())) {
                set.setString(1, tenant.get().toString());
                set.execute();
            }
        }
    }

    private static String begin() {
        return CurrentTenant.findAct().filter(Act::isOfJob).isPresent()
                ? AS_TENANT_IN_A_JOB
                : AS_TENANT;
    }
}
