package io.onhand.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onhand.plugins.Asked.Amount;
import io.onhand.tenancy.TenantTransactions;
import java.util.List;
import java.util.UUID;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class VendorAsksTest {

    @Autowired BeanFactory program;
    @Autowired VendorAsks asks;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient app;

    private final UUID till = UUID.randomUUID();

    @Test
    void everyAskIsAccountedForInItsTenant() {
        var shop = TeaShop.open(program);
        count(shop, "api.vendor.example", "2xx", 10, 2);
        count(shop, "api.vendor.example", "2xx", 0, 4);
        count(shop, "api.vendor.example", "4xx", 0, 0);
        count(shop, "-", Asked.REFUSED, 0, 0);
        asks.write();
        count(shop, "api.vendor.example", "2xx", 5, 1);
        asks.write();
        // the program's own writer may have taken some of them, and writes them in its time
        await().untilAsserted(
                        () ->
                                assertThat(counted(shop))
                                        .containsExactlyInAnyOrder(
                                                "api.vendor.example fetch 2xx 3 15 7",
                                                "api.vendor.example fetch 4xx 1 0 0",
                                                "- fetch refused 1 0 0"));
        assertThat(counted(TeaShop.open(program))).as("of another tenant").isEmpty();
    }

    private void count(TeaShop shop, String host, String outcome, long sent, long received) {
        asks.count(
                new Asked(shop.tenant(), till, host, "fetch", outcome),
                new Amount(1, sent, received));
    }

    private List<String> counted(TeaShop shop) {
        return shop.call(
                () ->
                        transactions.read(
                                () ->
                                        app.sql(
                                                        """
                                                        select host || ' ' || call || ' '
                                                            || outcome || ' ' || requests || ' '
                                                            || bytes_sent || ' ' || bytes_received
                                                        from vendor_ask where connection_id = :id
                                                        """)
                                                .param("id", till)
                                                .query(String.class)
                                                .list()));
    }
}
