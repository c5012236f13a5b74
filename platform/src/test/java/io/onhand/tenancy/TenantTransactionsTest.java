package io.onhand.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import onhand.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class TenantTransactionsTest {

    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient app;

    @Test
    void aWritingTransactionWithoutAnActFails() {
        var tenant = new TenantId(Region.HOME.newId());
        assertThatThrownBy(() -> CurrentTenant.read(tenant, () -> transactions.write(() -> 1)))
                .hasMessageContaining("needs an act");
    }

    @Test
    void withoutATenantNoRowIsSeen() {
        assertThat(
                        transactions.<Long>read(
                                () ->
                                        app.sql("select count(*) from tenant")
                                                .query(Long.class)
                                                .single()))
                .isZero();
    }
}
