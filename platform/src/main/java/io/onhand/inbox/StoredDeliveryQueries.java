package io.onhand.inbox;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The raw deliveries of the current tenant, for those who read them. */
@Component
class StoredDeliveryQueries {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient app;
    private final TenantTransactions transactions;
    private final JsonMapper json;

    StoredDeliveryQueries(JdbcClient app, TenantTransactions transactions, JsonMapper json) {
        this.app = app;
        this.transactions = transactions;
        this.json = json;
    }

    List<StoredDelivery> stored(Collection<UUID> ids) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select delivery_id, received_at, vendor_event_id, headers,
                                            pulled, body
                                        from delivery where delivery_id = any(:ids)
                                        """)
                                .param("ids", ids.toArray(UUID[]::new))
                                .query(this::delivery)
                                .list());
    }

    private StoredDelivery delivery(ResultSet row, int number) throws SQLException {
        return new StoredDelivery(
                row.getObject("delivery_id", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("vendor_event_id"),
                headers(row.getString("headers")),
                row.getBoolean("pulled"),
                row.getBytes("body"));
    }

    Map<String, String> headers(String text) {
        return json.readValue(text, HEADERS);
    }

    /** The first delivery of each of these messages. Runs inside the caller's transaction. */
    Map<String, UUID> firstOf(SourceId connection, Collection<String> vendorEventIds) {
        return app
                .sql(
                        """
                        select vendor_event_id, delivery_id from vendor_event
                        where connection_id = :connection and vendor_event_id = any(:ids)
                        """)
                .param("connection", connection.value())
                .param("ids", vendorEventIds.toArray(String[]::new))
                .query(
                        (row, number) ->
                                Map.entry(
                                        row.getString("vendor_event_id"),
                                        row.getObject("delivery_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
