package io.onhand.inbox;

import io.onhand.exceptions.ExceptionId;
import io.onhand.stock.PostingId;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's deliveries. */
@Component
public class DeliveryQueries {

    private static final UUID ANY = new UUID(0, 0);

    private final JdbcClient app;
    private final StoredDeliveryQueries stored;
    private final TenantTransactions transactions;

    DeliveryQueries(JdbcClient app, StoredDeliveryQueries stored, TenantTransactions transactions) {
        this.app = app;
        this.stored = stored;
        this.transactions = transactions;
    }

    /** A place in the list, from the newest to the oldest. */
    public record Place(Instant receivedAt, UUID id) {

        /** Before the newest. */
        public static final Place START =
                new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));
    }

    /**
     * Deliveries, newest first.
     *
     * @param connection only of this one; null for all
     * @param state only in this state; null for all
     */
    public List<DeliveryHead> page(
            @Nullable SourceId connection, @Nullable DeliveryState state, Place after, int limit) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select delivery_id, connection_id, received_at, state,
                                            case when not pulled then vendor_event_id end
                                                as vendor_event_id,
                                            repeats_id, detail
                                        from delivery
                                        where (received_at, delivery_id) < (:at, :id)
                                            and (:anyConnection or connection_id = :connection)
                                            and (:anyState or state = :state)
                                        order by received_at desc, delivery_id desc limit :limit
                                        """)
                                .param("at", after.receivedAt().atOffset(ZoneOffset.UTC))
                                .param("id", after.id())
                                .param("anyConnection", connection == null)
                                .param("connection", connection == null ? ANY : connection.value())
                                .param("anyState", state == null)
                                .param("state", state == null ? "" : state.word())
                                .param("limit", limit)
                                .query(DeliveryQueries::head)
                                .list());
    }

    /** One delivery with all that belongs to it. */
    public Optional<DeliveryDetails> details(UUID id) {
        return transactions.read(
                () ->
                        head(id).map(
                                        head -> {
                                            var raw = stored.stored(List.of(id)).getFirst();
                                            return new DeliveryDetails(
                                                    head, raw.headers(), raw.body(), told(id));
                                        }));
    }

    /** How many parts of deliveries that could not be read have these exceptions. */
    long badParts(Collection<ExceptionId> exceptions) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select count(*) from delivery_event
                                        where exception_id = any(:exceptions)
                                            and document_id is null and outcome = 'exception'
                                        """)
                                .param(
                                        "exceptions",
                                        exceptions.stream()
                                                .map(ExceptionId::value)
                                                .toArray(UUID[]::new))
                                .query(Long.class)
                                .single());
    }

    /** One delivery without its raw part. */
    Optional<DeliveryHead> head(UUID id) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select delivery_id, connection_id, received_at, state,
                                            case when not pulled then vendor_event_id end
                                                as vendor_event_id,
                                            repeats_id, detail
                                        from delivery where delivery_id = :id
                                        """)
                                .param("id", id)
                                .query(DeliveryQueries::head)
                                .optional());
    }

    private List<DeliveryDetails.Told> told(UUID id) {
        return app.sql(
                        """
                        select external_id, revision, outcome, posting_id, exception_id, detail
                        from delivery_event where delivery_id = :id order by place
                        """)
                .param("id", id)
                .query(DeliveryQueries::told)
                .list();
    }

    private static DeliveryHead head(ResultSet row, int number) throws SQLException {
        return new DeliveryHead(
                row.getObject("delivery_id", UUID.class),
                new SourceId(row.getObject("connection_id", UUID.class)),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                DeliveryState.ofWord(row.getString("state")),
                row.getString("vendor_event_id"),
                row.getObject("repeats_id", UUID.class),
                row.getString("detail"));
    }

    private static DeliveryDetails.Told told(ResultSet row, int number) throws SQLException {
        UUID posting = row.getObject("posting_id", UUID.class);
        UUID exception = row.getObject("exception_id", UUID.class);
        return new DeliveryDetails.Told(
                row.getString("external_id"),
                row.getLong("revision"),
                row.getString("outcome"),
                posting == null ? null : new PostingId(posting),
                exception == null ? null : new ExceptionId(exception),
                row.getString("detail"));
    }
}
