package io.onhand.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantTransactions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import onhand.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A walk through all that was observed reads each document once, however many there are. */
@PlatformTest
class ForeseenPlanTest {

    private static final int DOCUMENTS = 10_000;

    @Autowired BeanFactory program;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient app;
    @Autowired Environment environment;

    private TeaShop shop;
    private final UUID connection = Region.HOME.newId();

    @BeforeEach
    void observe() {
        shop = TeaShop.open(program);
        fill(connection, "observed");
        fill(connection, "applied");
        fill(Region.HOME.newId(), "observed");
        TestDatabase.owner(environment).sql("analyze delivery_event").update();
    }

    private void fill(UUID of, String outcome) {
        shop.run(
                () ->
                        transactions.write(
                                () ->
                                        app.sql(
                                                        """
                                                        insert into delivery_event (tenant_id,
                                                            delivery_id, place, connection_id,
                                                            external_id, revision, content,
                                                            received_at, outcome)
                                                        select cast(:tenant as uuid),
                                                            gen_random_uuid(), 0,
                                                            cast(:connection as uuid),
                                                            'S-' || n, r, '{}', now(), :outcome
                                                        from generate_series(1, :count) as n,
                                                            generate_series(0, 1) as r
                                                        """)
                                                .param("tenant", shop.tenant().value())
                                                .param("connection", of)
                                                .param("outcome", outcome)
                                                .param("count", DOCUMENTS)
                                                .update()));
    }

    @Test
    void aStepReadsItsOwnDocumentsInTheOrderOfTheIndex() {
        List<String> plan =
                shop.call(
                        () ->
                                transactions.read(
                                        () ->
                                                app.sql(
                                                                "explain (analyze) "
                                                                        + ForeseenQueries.NEWEST)
                                                        .params(step("S-5"))
                                                        .query(String.class)
                                                        .list()));
        assertThat(String.join("\n", plan))
                .contains("delivery_event_observed")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    private Map<String, Object> step(String after) {
        return Map.of("connection", connection, "after", after, "limit", 1_000);
    }
}
