package io.onhand.web.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.onhand.channels.Connection;
import io.onhand.identity.Role;
import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.StockChange;
import io.onhand.sync.Reconciliations;
import java.util.Map;
import onhand.testing.TeaShop;
import onhand.testing.TillScript;
import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A till shows 12 where we have 10, and a person says over the API which number is right. */
@WebTest
class DriftSettlingTest {

    private static final String SKU = "TEA-EARL-100";
    private static final String ITEM = "V-EARL";
    private static final String AT = "2026-11-20T10:00:00Z";
    private static final String TEN =
            """
            {"location":"LONDON","reason":"found",\
            "lines":[{"sku":"TEA-EARL-100","quantity":"10"}]}""";

    @Autowired BeanFactory program;
    @LocalServerPort int port;

    private final TillScript till = new TillScript();
    private TeaShop shop;
    private Api api;
    private JsonNode drift;

    @BeforeEach
    void aTillThatShowsAnotherNumber() {
        shop = TeaShop.open(program);
        api = new Api(port, shop.key(Role.MANAGER));
        assertThat(api.post("/api/v1/adjustments", TEN).status()).isEqualTo(201);
        till.has(new CatalogueItem(ITEM, "Earl Grey", SKU, null, false));
        till.shows(ITEM, "10", AT);
        Connection connection = till.connectCompared(program, shop, Connection.Mode.LIVE, Map.of());
        till.shows(ITEM, "12", AT);
        var reconciliations = program.getBean(Reconciliations.class);
        shop.run(() -> reconciliations.run(connection));
        shop.run(() -> reconciliations.run(connection));
        drift = api.get("/api/v1/exceptions?state=open&kind=drift").json().at("/items/0");
    }

    @ParameterizedTest
    @CsvSource({"count-it, 11, 11, count", "take-theirs, , 12, adjustment", "push-ours, , 10, "})
    void aPersonChoosesWhichNumberIsRight(
            String action, String counted, String onHand, String moved) {
        assertThat(drift.get("actions").toString())
                .isEqualTo("[\"count-it\",\"take-theirs\",\"push-ours\",\"ignore\"]");
        var settled = settle(action, counted);
        assertThat(settled.status()).as(settled.text()).isEqualTo(200);
        assertThat(settled.json().get("state").asString()).isEqualTo("closed");
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo(onHand);
        JsonNode newest = api.get("/api/v1/movements?location=LONDON&sku=" + SKU).json();
        assertThat(newest.at("/items").size()).isEqualTo(moved == null ? 1 : 2);
        if (moved != null) {
            assertThat(newest.at("/items/0/type").asString()).isEqualTo(moved);
            assertThat(newest.at("/items/0/actor/type").asString()).isEqualTo("api-key");
        }
        if (action.equals("take-theirs")) {
            assertThat(till.pushes()).as("the till shows it already").isEmpty();
        } else {
            await().until(() -> !till.pushes().isEmpty());
            assertThat(till.pushes().getFirst().changes())
                    .extracting(StockChange::type, StockChange::quantity)
                    .containsExactly(tuple("count", onHand));
        }
        assertThat(settle(action, counted).code()).isEqualTo("wrong-state");
    }

    @Test
    void aCountSaysHowManyThereAreAndNeverLessThanNothing() {
        for (String counted : new String[] {null, "-1", "eleven"}) {
            var refused = settle("count-it", counted);
            assertThat(refused.status()).as(refused.text()).isBetween(400, 422);
            assertThat(refused.text()).contains("/quantity");
        }
        assertThat(shop.onHand("LONDON", SKU)).isEqualTo("10");
    }

    private Api.Got settle(String action, String counted) {
        String quantity = counted == null ? "" : ",\"quantity\":\"" + counted + "\"";
        return api.post(
                "/api/v1/exceptions/" + drift.get("id").asString() + "/settlements",
                "{\"action\":\"" + action + "\"" + quantity + "}");
    }
}
