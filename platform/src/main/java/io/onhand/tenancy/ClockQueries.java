package io.onhand.tenancy;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row that holds how far the business clock was moved. */
@Component
class ClockQueries {

    private final JdbcClient system;

    ClockQueries(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    Duration offset() {
        return Duration.ofMillis(
                system.sql("select offset_ms from business_clock where id = 1")
                        .query(Long.class)
                        .single());
    }

    void advance(Duration by) {
        system.sql("update business_clock set offset_ms = offset_ms + :by where id = 1")
                .param("by", by.toMillis())
                .update();
    }
}
