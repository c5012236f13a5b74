package io.onhand.sync;

import io.onhand.stock.SourceId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends and removes what vendors are told. Runs inside the caller's transaction. */
@Component
class PushRemovalStatements {

    private final JdbcClient app;

    PushRemovalStatements(JdbcClient app) {
        this.app = app;
    }

    /** Ends whatever a vendor is still to be told. */
    void endAll(SourceId connection, String why, Instant at) {
        app.sql(
                        """
                        update push set state = 'failed', detail = :why, ended_at = :at
                        where connection_id = :connection and state = 'open'
                        """)
                .param("why", why)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("connection", connection.value())
                .update();
        app.sql(
                        """
                        update push_change set state = 'given-up', detail = :why, ended_at = :at
                        where connection_id = :connection and state in ('waiting', 'open')
                        """)
                .param("why", why)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("connection", connection.value())
                .update();
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
