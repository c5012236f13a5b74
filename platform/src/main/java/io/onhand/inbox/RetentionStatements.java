package io.onhand.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends what is kept of the current tenant's deliveries, of those with which all is done. */
@Component
class RetentionStatements {

    private final JdbcClient app;

    RetentionStatements(JdbcClient app) {
        this.app = app;
    }

    /** Clears the raw part of what was received before; how many. */
    int clearRaw(Instant before, int limit) {
        return app.sql(
                        """
                        update delivery set body = null, headers = '{}'
                        where delivery_id in (
                            select delivery_id from delivery
                            where received_at < :before and body is not null
                                and state in ('done', 'ignored')
                            order by received_at limit :limit)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }

    /** Forgets what was received before; how many. Runs inside the caller's transaction. */
    int forget(Instant before, int limit) {
        List<UUID> old =
                app.sql(
                                """
                                select delivery_id from delivery
                                where received_at < :before and state in ('done', 'ignored')
                                order by received_at limit :limit
                                """)
                        .param("before", before.atOffset(ZoneOffset.UTC))
                        .param("limit", limit)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list();
        if (!old.isEmpty()) {
            UUID[] ids = old.toArray(UUID[]::new);
            app.sql(
                            """
                            delete from vendor_event
                            where delivery_id = any(:ids)
                                and (connection_id, vendor_event_id) in (
                                    select connection_id, vendor_event_id from delivery
                                    where delivery_id = any(:ids) and vendor_event_id is not null)
                            """)
                    .param("ids", ids)
                    .update();
            app.sql("delete from delivery_event where delivery_id = any(:ids)")
                    .param("ids", ids)
                    .update();
            app.sql("delete from delivery where delivery_id = any(:ids)")
                    .param("ids", ids)
                    .update();
        }
        return old.size();
    }
}
