package io.onhand.channels;

import io.onhand.channels.KeptEvent.Draft;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of events that were not applied. */
@Component
class SourceEventStatements {

    private final JdbcClient app;

    SourceEventStatements(JdbcClient app) {
        this.app = app;
    }

    void insert(Intake intake, List<Draft> rows) {
        app.sql(
                        """
                        insert into source_event (tenant_id, source_event_id, connection_id,
                            external_id, revision, content_hash, state, exception_id, content,
                            actor_type, actor_id, delivery_id, received_at)
                        select cast(:tenant as uuid), e.id, cast(:connection as uuid),
                            e.external_id, e.revision, e.hash, e.state, e.exception_id, e.content,
                            cast(:actorType as text), cast(:actorId as text),
                            e.delivery_id, e.received_at
                        from unnest(cast(:ids as uuid[]), cast(:externalIds as text[]),
                                cast(:revisions as bigint[]), cast(:hashes as bytea[]),
                                cast(:states as text[]), cast(:exceptions as uuid[]),
                                cast(:contents as text[]), cast(:deliveries as uuid[]),
                                cast(:times as timestamptz[]))
                            as e (id, external_id, revision, hash, state, exception_id, content,
                                delivery_id, received_at)
                        """)
                .param("tenant", intake.tenant().value())
                .param("connection", intake.connection().id().value())
                .param("actorType", intake.actor().type().word())
                .param("actorId", intake.actor().id())
                .param("ids", column(rows, UUID[]::new, row -> row.held().id()))
                .param("externalIds", column(rows, String[]::new, row -> row.event().externalId()))
                .param("revisions", column(rows, Long[]::new, row -> row.event().revision()))
                .param("hashes", column(rows, byte[][]::new, row -> row.held().content().bytes()))
                .param("states", column(rows, String[]::new, row -> row.held().state().word()))
                .param(
                        "exceptions",
                        column(rows, UUID[]::new, row -> row.held().exception().value()))
                .param(
                        "contents",
                        column(rows, String[]::new, row -> EventContent.text(row.event())))
                .param("deliveries", column(rows, UUID[]::new, row -> row.arrived().delivery()))
                .param(
                        "times",
                        column(rows, String[]::new, row -> row.arrived().receivedAt().toString()))
                .update();
    }

    private static <T> T[] column(
            List<Draft> rows, IntFunction<T[]> array, Function<Draft, @Nullable T> value) {
        return rows.stream().map(value).toArray(array);
    }
}
