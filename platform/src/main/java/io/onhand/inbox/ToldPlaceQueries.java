package io.onhand.inbox;

import io.onhand.tenancy.TenantTransactions;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The names of the locations that the current tenant's deliveries tell of. */
@Component
class ToldPlaceQueries {

    private final JdbcClient app;
    private final TenantTransactions transactions;
    private final JsonMapper json;

    ToldPlaceQueries(JdbcClient app, TenantTransactions transactions, JsonMapper json) {
        this.app = app;
        this.transactions = transactions;
        this.json = json;
    }

    /** By delivery, as the senders name them; a delivery that names none is absent. */
    Map<UUID, Set<String>> names(Collection<UUID> deliveries) {
        record Told(UUID delivery, String content) {}
        var told =
                transactions.read(
                        () ->
                                app.sql(
                                                """
                                                select delivery_id, content from delivery_event
                                                where delivery_id = any(:deliveries)
                                                    and content is not null
                                                """)
                                        .param("deliveries", deliveries.toArray(UUID[]::new))
                                        .query(
                                                (row, number) ->
                                                        new Told(
                                                                row.getObject(1, UUID.class),
                                                                row.getString(2)))
                                        .list());
        return told.stream()
                .collect(
                        Collectors.groupingBy(
                                Told::delivery,
                                Collectors.mapping(
                                        one -> location(one.content()), Collectors.toSet())));
    }

    private String location(String content) {
        return json.readTree(content).path("location").asString("");
    }
}
