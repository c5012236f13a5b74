package io.onhand.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantTransactions;
import java.util.List;
import java.util.UUID;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import onhand.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A queue grows after the database took its statistics, which say that nothing waits; still the
 * work on one delivery reads nothing of the others that wait.
 */
@PlatformTest
class WaitingPlanTest {

    private static final int EVENTS = 10_000;

    @Autowired BeanFactory program;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient app;
    @Autowired Environment environment;

    private TeaShop shop;

    @BeforeEach
    void fallBehind() {
        shop = TeaShop.open(program);
        fill("applied");
        TestDatabase.owner(environment).sql("analyze delivery_event").update();
        fill(null);
    }

    private void fill(@Nullable String outcome) {
        shop.run(
                () ->
                        transactions.write(
                                () ->
                                        app.sql(
                                                        """
                                                        insert into delivery_event (tenant_id,
                                                            delivery_id, place, connection_id,
                                                            document_id, external_id, revision,
                                                            content, received_at, outcome)
                                                        select cast(:tenant as uuid),
                                                            gen_random_uuid(), 0,
                                                            cast(:connection as uuid),
                                                            gen_random_uuid(), 'S-' || n, 0, '{}',
                                                            now(), cast(:outcome as text)
                                                        from generate_series(1, :count) as n
                                                        """)
                                                .param("tenant", shop.tenant().value())
                                                .param("connection", Region.HOME.newId())
                                                .param("outcome", outcome)
                                                .param("count", EVENTS)
                                                .update()));
    }

    @Test
    void theStateOfADeliveryIsFoundWithoutTheQueue() {
        assertThat(plan(DeliveryStatements.UPDATE, "ids"))
                .contains("delivery_event_pkey")
                .doesNotContain("delivery_event_waiting", "Seq Scan on delivery_event");
    }

    @Test
    void whatADeliveryStillWantsIsFoundWithoutTheQueue() {
        assertThat(plan(DeliveryEventStatements.PENDING, "deliveries"))
                .contains("delivery_event_pkey")
                .doesNotContain("delivery_event_waiting", "Seq Scan on delivery_event");
    }

    @Test
    void whatWaitsOfADocumentIsFoundInTheQueue() {
        assertThat(plan(PendingEventQueries.WAITING, "documents"))
                .contains("delivery_event_waiting");
    }

    private String plan(String sql, String ids) {
        UUID[] one = {Region.HOME.newId()};
        List<String> lines =
                shop.call(
                        () ->
                                transactions.write(
                                        () ->
                                                app.sql("explain " + sql)
                                                        .param(ids, one)
                                                        .param("limit", 1)
                                                        .query(String.class)
                                                        .list()));
        return String.join("\n", lines);
    }
}
