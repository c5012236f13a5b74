package io.onhand.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channels.Connections;
import io.onhand.identity.Role;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import org.springframework.beans.factory.BeanFactory;
import tools.jackson.databind.JsonNode;

/** A till of a tea shop that sends what it sells. */
record Till(Api api, String connection) {

    private static final String SALE =
            """
            {"externalId": "%s", "type": "sale", "location": "LONDON",
             "occurredAt": "2026-11-20T10:00:00Z", "lines": [{"sku": "%s", "quantity": "%s"}]}
            """;

    /** A till with a connection of its own, that shows a key of this role. */
    static Till of(BeanFactory program, int port, TeaShop shop, Role role, String... locations) {
        String code = "till-" + UUID.randomUUID();
        shop.run(() -> program.getBean(Connections.class).createGeneric(code, "A till"));
        return new Till(new Api(port, shop.key(role, locations)), code);
    }

    /** A sale of one item in London. */
    static String sale(String id, String sku, String quantity) {
        return SALE.formatted(id, sku, quantity);
    }

    /** Sends events in one request. */
    Api.Got send(String... events) {
        var list = new StringJoiner(",");
        List.of(events).forEach(list::add);
        return api.send(
                "POST",
                "/api/v1/source-events",
                "{\"connection\": \"%s\", \"events\": [%s]}".formatted(connection, list));
    }

    /** Sends events and gives their results. */
    List<JsonNode> results(String... events) {
        Api.Got got = send(events);
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.json().get("results").valueStream().toList();
    }

    /** Sends one event and gives its result. */
    JsonNode result(String event) {
        return results(event).getFirst();
    }

    /** What is on hand in a shop. */
    String onHand(String sku, String location) {
        Api.Got got = api.get("/api/v1/stock-levels?sku=%s&location=%s".formatted(sku, location));
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        return got.json().get("items").get(0).get("onHand").asString();
    }
}
