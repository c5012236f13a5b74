package io.onhand.relay;

import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** A row that a consumer which is nowhere could not take, and that comes again in an hour. */
public record FailedRow(String consumer, UUID event) {

    public static final int ATTEMPTS = 6;

    public static FailedRow of(BeanFactory program, TenantId tenant) {
        var now = program.getBean(MachineClock.class).now();
        var event =
                new OutboxEvent(Region.HOME.newId(), 0, now, tenant, "test.happened", "{\"a\":1}");
        String consumer = "nowhere-" + event.id();
        program.getBean(FailureStatements.class)
                .record(
                        consumer,
                        event,
                        ATTEMPTS,
                        now,
                        now.plus(Duration.ofHours(1)),
                        "java.lang.IllegalStateException: TEA-EARL-100 is sold out");
        return new FailedRow(consumer, event.id());
    }
}
