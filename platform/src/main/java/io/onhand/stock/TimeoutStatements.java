package io.onhand.stock;

import java.sql.Connection;
import java.sql.SQLException;

/** How long a transaction of the ledger may wait and last; said anew in each. */
final class TimeoutStatements {

    private final Connection connection;

    TimeoutStatements(Connection connection) {
        this.connection = connection;
    }

    void set() throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select set_config('lock_timeout', '2s', true),
                            set_config('transaction_timeout', '5s', true)
                        """)) {
            statement.execute();
        }
    }
}
