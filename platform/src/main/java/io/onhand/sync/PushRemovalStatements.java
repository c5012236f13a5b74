package io.onhand.sync;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes what vendors were told. Runs inside the caller's transaction. */
@Component
class PushRemovalStatements {

    private final JdbcClient app;

    PushRemovalStatements(JdbcClient app) {
        this.app = app;
    }

    /** Removes changes that ended before; how many. */
    int changes(Instant before, int limit) {
        return app.sql(
                        """
                        delete from push_change
                        where (connection_id, change_key) in (
                            select connection_id, change_key from push_change
                            where ended_at < :before limit :limit)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }

    /** Removes pushes that ended before; how many. */
    int pushes(Instant before, int limit) {
        return app.sql(
                        """
                        delete from push where push_id in (
                            select push_id from push where ended_at < :before limit :limit)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }
}
