package io.onhand.web.hooks;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@WebTest
class HookPostingTest {

    @Autowired BeanFactory program;
    @LocalServerPort int port;

    private SigningTill till = new SigningTill(0, "", "");
    private Api api = new Api(0, null);

    @BeforeEach
    void aTill() {
        TeaShop shop = TeaShop.open(program);
        till = SigningTill.of(program, port, shop);
        api = new Api(port, shop.key(Role.OWNER));
    }

    @Test
    void aSaleFromAHookLowersStockAndItsPostingNamesTheDelivery() {
        assertThat(till.send(SigningTill.sale("S-1", "TEA-MINT-50", "3"))).isEqualTo(200);
        until(() -> onHand("TEA-MINT-50").equals("-3"));
        JsonNode movement = movements("TEA-MINT-50").get(0);
        assertThat(movement.get("source").asString()).isEqualTo(till.code());
        assertThat(movement.get("delivery").asString()).isNotEmpty();
        assertThat(movement.get("actor").get("type").asString()).isEqualTo("connection");
    }

    @Test
    void theSameSaleFromAnotherDeliveryIsARepeatOfItsPosting() {
        String sale = SigningTill.sale("S-2", "TEA-MINT-50", "1");
        till.send(sale);
        until(() -> onHand("TEA-MINT-50").equals("-1"));
        JsonNode first = movements("TEA-MINT-50").get(0);
        till.send(sale);
        String posting = "/api/v1/postings/" + first.get("posting").asString();
        until(() -> api.get(posting).json().get("repeats").size() == 1);
        JsonNode repeat = api.get(posting).json().get("repeats").get(0);
        assertThat(repeat.get("kind").asString()).isEqualTo("duplicate");
        assertThat(repeat.get("delivery").asString())
                .isNotEmpty()
                .isNotEqualTo(first.get("delivery").asString());
        assertThat(onHand("TEA-MINT-50")).isEqualTo("-1");
    }

    @Test
    void oneBadEventBesideGoodOnesIsAnExceptionAndTheGoodOnesArePosted() {
        till.send(
                SigningTill.sale("S-3", "TEA-MINT-50", "1"),
                SigningTill.sale("S-4", "TEA-MINT-50", "0.1234567"),
                SigningTill.sale("S-5", "TEA-MINT-50", "2"));
        until(() -> onHand("TEA-MINT-50").equals("-3"));
        until(() -> exceptions().size() == 1);
        assertThat(exceptions().get(0).get("kind").asString()).isEqualTo("quantity-too-fine");
    }

    @Test
    void revisionsOfOneDocumentAreTakenInTheOrderInWhichTheyCame() {
        String[] revisions =
                IntStream.range(0, 30)
                        .mapToObj(
                                i ->
                                        SigningTill.sale("S-6", "TEA-MINT-50", "" + (i + 1))
                                                .replace(
                                                        "\"type\"",
                                                        "\"revision\": " + i + ", \"type\""))
                        .toArray(String[]::new);
        till.send(revisions);
        until(() -> onHand("TEA-MINT-50").equals("-30"));
    }

    @Test
    void aThousandSalesInOneDeliveryAreAllThere() {
        String sales =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> SigningTill.sale("T-" + i, "TEA-SENCHA-100", "1"))
                        .collect(joining(","));
        till.send(sales);
        until(() -> onHand("TEA-SENCHA-100").equals("-1000"));
    }

    @Test
    void aConnectionIsMadeWithARandomKeyAndNeverShowsItsSecrets() {
        TeaShop shop = TeaShop.open(program);
        var owner = new Api(port, shop.key(Role.OWNER));
        String body =
                """
                {"code":"new-till","plugin":"generic","name":"New till","mode":"live",
                 "settings":{},"secrets":{"signingSecret":"whsec_%s"},
                 "locations":[{"external":"L1","location":"LONDON"}],"match":"sku"}
                """
                        .formatted(SigningTill.SECRET);
        assertThat(new Api(port, shop.key(Role.MANAGER)).post("/api/v1/connections", body).code())
                .isEqualTo("forbidden");
        Api.Got made = owner.post("/api/v1/connections", body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.text()).doesNotContain("whsec");
        String key = made.json().get("key").asString();
        assertThat(made.json().get("hookUrl").asString()).endsWith("/hooks/" + key);
        var fresh = new SigningTill(port, "new-till", key);
        assertThat(fresh.send(SigningTill.sale("S-13", "TEA-MINT-50", "1").replace("LONDON", "L1")))
                .isEqualTo(200);
        until(() -> owner.get("/api/v1/movements").text().contains("S-13"));
        assertThat(owner.get("/api/v1/audit-entries").text()).doesNotContain("whsec");
    }

    private String onHand(String sku) {
        return api.get("/api/v1/stock-levels?location=LONDON&sku=" + sku)
                .json()
                .get("items")
                .get(0)
                .get("onHand")
                .asString();
    }

    private JsonNode exceptions() {
        return api.get("/api/v1/exceptions?kind=quantity-too-fine").json().get("items");
    }

    private JsonNode movements(String sku) {
        return api.get("/api/v1/movements?location=LONDON&sku=" + sku).json().get("items");
    }

    static void until(BooleanSupplier state) {
        until(Duration.ofSeconds(60), state);
    }

    static void until(Duration longest, BooleanSupplier state) {
        long end = System.nanoTime() + longest.toNanos();
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
