package io.onhand.relay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What consumers could not take yet, for who runs the programs. */
@Component
class FailureQueries {

    private final JdbcClient system;

    FailureQueries(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    List<RelayFailure> oldest(int limit) {
        return system.sql(
                        """
                        select consumer, event_id, tenant_id, created_at, attempts, next_at, detail
                        from relay_failure order by created_at, event_id, consumer limit :limit
                        """)
                .param("limit", limit)
                .query(FailureQueries::failure)
                .list();
    }

    Optional<RelayFailure> find(String consumer, UUID event) {
        return system.sql(
                        """
                        select consumer, event_id, tenant_id, created_at, attempts, next_at, detail
                        from relay_failure where consumer = :consumer and event_id = :event
                        """)
                .param("consumer", consumer)
                .param("event", event)
                .query(FailureQueries::failure)
                .optional();
    }

    private static RelayFailure failure(ResultSet row, int number) throws SQLException {
        return new RelayFailure(
                row.getString("consumer"),
                row.getObject("event_id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                seconds(row.getObject("created_at", OffsetDateTime.class)),
                row.getLong("attempts"),
                seconds(row.getObject("next_at", OffsetDateTime.class)),
                kind(row.getString("detail")));
    }

    private static Instant seconds(OffsetDateTime time) {
        return time.toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The name of the exception, without its package and message. */
    private static String kind(String detail) {
        String name = detail.split("[:\\s]", 2)[0];
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
