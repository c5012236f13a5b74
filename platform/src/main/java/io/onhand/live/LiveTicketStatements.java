package io.onhand.live;

import io.onhand.tenancy.Actor;
import io.onhand.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of tickets, within their tenant. */
@Component
class LiveTicketStatements {

    private final JdbcClient app;

    LiveTicketStatements(JdbcClient app) {
        this.app = app;
    }

    void insert(byte[] hash, Pass pass, Instant expiresAt) {
        app.sql(
                        """
                        insert into live_ticket (tenant_id, ticket_hash, actor_type, actor_id,
                            session_id, expires_at)
                        values (:tenant, :hash, :type, :actor, :session, :expires)
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("hash", hash)
                .param("type", pass.actor().type().word())
                .param("actor", pass.actor().id())
                .param("session", pass.session())
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Deletes the ticket; whose it was, if it was there and still good. */
    Optional<Pass> take(byte[] hash, Instant now) {
        return app.sql(
                        """
                        delete from live_ticket where ticket_hash = :hash
                        returning actor_type, actor_id, session_id, expires_at
                        """)
                .param("hash", hash)
                .query((row, number) -> pass(row, now))
                .optional()
                .flatMap(pass -> pass);
    }

    private static Optional<Pass> pass(ResultSet row, Instant now) throws SQLException {
        if (!row.getObject("expires_at", OffsetDateTime.class).toInstant().isAfter(now)) {
            return Optional.empty();
        }
        var actor =
                new Actor(
                        Actor.Type.ofWord(row.getString("actor_type")), row.getString("actor_id"));
        return Optional.of(new Pass(CurrentTenant.id(), actor, row.getString("session_id")));
    }

    void deleteExpired(Instant before) {
        app.sql("delete from live_ticket where expires_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
