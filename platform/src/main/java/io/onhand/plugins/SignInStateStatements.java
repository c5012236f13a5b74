package io.onhand.plugins;

import io.onhand.tenancy.Actor;
import io.onhand.tenancy.CurrentTenant;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of sign-ins at vendors that have begun. */
@Component
class SignInStateStatements {

    private final JdbcClient app;

    SignInStateStatements(JdbcClient app) {
        this.app = app;
    }

    /** Notes that one has begun, and forgets those that nobody ended. */
    int begin(byte[] hash, UUID connection, Actor actor, URI redirect, Instant now, Instant until) {
        app.sql("delete from vendor_sign_in where until <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return app.sql(
                        """
                        insert into vendor_sign_in (tenant_id, state_hash, connection_id,
                            actor_type, actor_id, redirect, until)
                        values (:tenant, :hash, :connection, :type, :actor, :redirect, :until)
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("hash", hash)
                .param("connection", connection)
                .param("type", actor.type().word())
                .param("actor", actor.id())
                .param("redirect", redirect.toString())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends one that this actor began; where he was to come back to, or empty if there is none. */
    Optional<URI> end(byte[] hash, UUID connection, Actor actor, Instant now) {
        return app.sql(
                        """
                        delete from vendor_sign_in
                        where state_hash = :hash and connection_id = :connection
                            and actor_type = :type and actor_id = :actor and until > :now
                        returning redirect
                        """)
                .param("hash", hash)
                .param("connection", connection)
                .param("type", actor.type().word())
                .param("actor", actor.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .map(URI::create);
    }
}
