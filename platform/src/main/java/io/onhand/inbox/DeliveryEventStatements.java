package io.onhand.inbox;

import io.onhand.channels.EventResult;
import io.onhand.channels.EventSettled;
import io.onhand.exceptions.ExceptionId;
import io.onhand.stock.PostingId;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of what deliveries tell and what became of it. Runs inside the caller's transaction. */
@Component
class DeliveryEventStatements {

    private static final String INSERT =
            """
            insert into delivery_event (tenant_id, delivery_id, place, connection_id,
                document_id, hint, external_id, revision, content, received_at,
                outcome, exception_id, detail)
            select cast(:tenant as uuid), p.delivery, p.place,
                cast(:connection as uuid), p.document, p.hint, p.external_id,
                p.revision, p.content, p.received_at, p.outcome, p.exception, p.detail
            from unnest(cast(:deliveries as uuid[]), cast(:places as int4[]),
                    cast(:documents as uuid[]), cast(:hints as text[]),
                    cast(:externalIds as text[]),
                    cast(:revisions as bigint[]), cast(:contents as text[]),
                    cast(:times as timestamptz[]), cast(:outcomes as text[]),
                    cast(:exceptions as uuid[]), cast(:details as text[]))
                as p (delivery, place, document, hint, external_id, revision, content,
                    received_at, outcome, exception, detail)
            on conflict (tenant_id, delivery_id, place) do update
                set document_id = excluded.document_id,
                    hint = coalesce(excluded.hint, delivery_event.hint),
                    external_id = excluded.external_id,
                    revision = excluded.revision, content = excluded.content,
                    received_at = excluded.received_at, outcome = excluded.outcome,
                    exception_id = excluded.exception_id, detail = excluded.detail
                where delivery_event.outcome
                        in ('exception', 'conflict', 'observed', 'ignored')
                    or delivery_event.outcome is null
                        and delivery_event.content is null
            """;

    static final String PENDING =
            """
            select document_id, content is null as hinted from delivery_event
            where delivery_id = any(:deliveries) and outcome is null
            """;

    private final JdbcClient app;

    DeliveryEventStatements(JdbcClient app) {
        this.app = app;
    }

    /** Keeps parts; one that is there already is kept anew unless it was posted. */
    void put(SourceId connection, List<DeliveryPart> rows) {
        if (rows.isEmpty()) {
            return;
        }
        insert(connection, rows);
    }

    private void insert(SourceId connection, List<DeliveryPart> rows) {
        app.sql(INSERT)
                .param("tenant", CurrentTenant.id().value())
                .param("connection", connection.value())
                .param("deliveries", column(rows, UUID[]::new, DeliveryPart::delivery))
                .param("places", column(rows, Integer[]::new, DeliveryPart::place))
                .param("documents", column(rows, UUID[]::new, row -> document(connection, row)))
                .param("hints", column(rows, String[]::new, row -> HintText.of(row.hint())))
                .param("externalIds", column(rows, String[]::new, DeliveryPart::externalId))
                .param("revisions", column(rows, Long[]::new, DeliveryPart::revision))
                .param("contents", column(rows, String[]::new, DeliveryPart::content))
                .param("times", column(rows, String[]::new, row -> row.receivedAt().toString()))
                .param("outcomes", column(rows, String[]::new, DeliveryPart::outcome))
                .param("exceptions", column(rows, UUID[]::new, row -> id(row.exception())))
                .param("details", column(rows, String[]::new, DeliveryPart::detail))
                .update();
    }

    private static @Nullable UUID document(SourceId connection, DeliveryPart row) {
        if (row.hint() != null) {
            return Work.ofFetch(connection, row.hint());
        }
        return row.content() == null || row.externalId() == null
                ? null
                : Work.ofDocument(connection, row.externalId());
    }

    /** A document about which there is something to do. */
    record Pending(UUID document, Work.Kind kind) {}

    /** The documents that these deliveries want asked for or posted, once for each part. */
    List<Pending> pendingDocuments(Collection<UUID> deliveries) {
        return app
                .sql(PENDING)
                .param("deliveries", deliveries.toArray(UUID[]::new))
                .query(DeliveryEventStatements::pending)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Pending> pending(ResultSet row, int number) throws SQLException {
        Work.Kind kind = row.getBoolean("hinted") ? Work.Kind.FETCH : Work.Kind.POST;
        return Optional.ofNullable(row.getObject("document_id", UUID.class))
                .map(document -> new Pending(document, kind));
    }

    /** What became of a part. */
    record Result(PendingEvent event, EventResult result) {}

    /** Notes what became of parts; the first to note it counts. */
    void results(List<Result> rows) {
        app.sql(
                        """
                        update delivery_event
                        set outcome = r.outcome, posting_id = r.posting,
                            exception_id = r.exception,
                            detail = coalesce(r.detail, delivery_event.detail)
                        from unnest(cast(:deliveries as uuid[]), cast(:places as int4[]),
                                cast(:outcomes as text[]), cast(:postings as uuid[]),
                                cast(:exceptions as uuid[]), cast(:details as text[]))
                            as r (delivery, at_place, outcome, posting, exception, detail)
                        where delivery_event.delivery_id = r.delivery
                            and delivery_event.delivery_id = any(:deliveries)
                            and delivery_event.place = r.at_place
                            and delivery_event.outcome is null
                        """)
                .param("deliveries", column(rows, UUID[]::new, row -> row.event().delivery()))
                .param("places", column(rows, Integer[]::new, row -> row.event().place()))
                .param("outcomes", column(rows, String[]::new, r -> r.result().outcome().word()))
                .param("postings", column(rows, UUID[]::new, r -> id(r.result().posting())))
                .param("exceptions", column(rows, UUID[]::new, r -> id(r.result().exception())))
                .param("details", column(rows, String[]::new, row -> row.result().detail()))
                .update();
    }

    /** A delivery that told an event, and when it was received. */
    record Teller(UUID delivery, Instant receivedAt) {}

    /** Carries over what became of an event that waited; the deliveries that told it. */
    List<Teller> settle(EventSettled settled, String own, String others) {
        return app.sql(
                        """
                        update delivery_event
                        set outcome = case when delivery_id = cast(:delivery as uuid)
                                then cast(:own as text) else cast(:others as text) end,
                            posting_id = cast(:posting as uuid),
                            exception_id = cast(:exception as uuid), detail = null
                        where document_id = :document and revision = :revision
                            and outcome = 'exception'
                        returning delivery_id, received_at
                        """)
                .param("delivery", settled.delivery())
                .param("own", own)
                .param("others", others)
                .param("posting", id(settled.posting()))
                .param("exception", id(settled.exception()))
                .param("document", Work.ofDocument(settled.connection(), settled.externalId()))
                .param("revision", settled.revision())
                .query(
                        (row, number) ->
                                new Teller(
                                        row.getObject("delivery_id", UUID.class),
                                        row.getObject("received_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    /** Gives up the parts that have this exception; the deliveries that they belong to. */
    List<UUID> ignore(ExceptionId exception) {
        return app.sql(
                        """
                        update delivery_event set outcome = 'ignored'
                        where exception_id = :exception and outcome in ('exception', 'conflict')
                        returning delivery_id
                        """)
                .param("exception", exception.value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private static @Nullable UUID id(@Nullable PostingId posting) {
        return posting == null ? null : posting.value();
    }

    private static @Nullable UUID id(@Nullable ExceptionId exception) {
        return exception == null ? null : exception.value();
    }

    private static <R, T> T[] column(
            List<R> rows, IntFunction<T[]> array, Function<R, @Nullable T> value) {
        return rows.stream().map(value).toArray(array);
    }
}
