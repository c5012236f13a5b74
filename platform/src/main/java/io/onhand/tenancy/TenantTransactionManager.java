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
 */
class TenantTransactionManager extends JdbcTransactionManager {

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
            try (PreparedStatement set =
                    connection.prepareStatement("select set_config('onhand.tenant_id', ?, true)")) {
                set.setString(1, tenant.get().toString());
                set.execute();
            }
        }
    }
}
