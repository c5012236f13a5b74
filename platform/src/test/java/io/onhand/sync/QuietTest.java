package io.onhand.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.inbox.Quiet;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work that no stage takes: it is due when nobody looks. */
@PlatformTest
class QuietTest {

    @Autowired BeanFactory program;
    @Autowired Quiet quiet;

    @Autowired
    @Qualifier("system")
    JdbcClient system;

    @Test
    void whatCameAfterALookBeganDoesNotHoldItUp() {
        TeaShop shop = TeaShop.open(program);
        var till = new SourceId(Region.HOME.newId());
        waits(shop, till, "2199-01-01T00:00:00Z");
        assertThat(quiet.await(till, Duration.ofMillis(100))).isTrue();
        waits(shop, till, "2026-01-01T00:00:00Z");
        assertThat(quiet.await(till, Duration.ofMillis(100))).isFalse();
    }

    private void waits(TeaShop shop, SourceId till, String since) {
        system.sql(
                        """
                        insert into delivery_work (work_id, kind, tenant_id, connection_id, since,
                            due_at)
                        values (:id, 'fetch', :tenant, :connection, :since,
                            cast('2199-01-01T00:00:00Z' as timestamptz))
                        """)
                .param("id", UUID.randomUUID())
                .param("tenant", shop.tenant().value())
                .param("connection", till.value())
                .param("since", Instant.parse(since).atOffset(ZoneOffset.UTC))
                .update();
    }
}
