package io.onhand.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionSystemException;

class OutageTest {

    @Test
    void aCommitWhoseRollbackFailsTooIsAnOutage() {
        var taken = new SQLException("Connection is closed");
        assertThat(Outage.causes(new TransactionSystemException("JDBC rollback failed", taken)))
                .isTrue();
    }

    @Test
    void aRollbackThatFailsDoesNotHideThatTheDatabaseWentAway() {
        var rollback =
                new TransactionSystemException("JDBC rollback failed", new SQLException("broken"));
        assertThat(Outage.causes(rollback)).isFalse();
        rollback.initApplicationException(
                new IllegalStateException(new SQLException("terminating connection", "57P01")));
        assertThat(Outage.causes(rollback)).isTrue();
    }

    @Test
    void aRefusedValueIsNoOutage() {
        assertThat(Outage.causes(new SQLException("duplicate key", "23505"))).isFalse();
    }
}
