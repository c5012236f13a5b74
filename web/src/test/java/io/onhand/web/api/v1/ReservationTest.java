package io.onhand.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import io.onhand.tenancy.MachineClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class ReservationTest {

    private static final String PATH = "/api/v1/reservations";

    @LocalServerPort int port;
    @Autowired BeanFactory program;
    @Autowired MachineClock clock;

    private TeaShop shop;
    private Api api;

    @BeforeEach
    void tenTinsInLondon() {
        shop = TeaShop.open(program);
        api = new Api(port, shop.key(Role.OWNER));
        var stocked =
                api.post(
                        "/api/v1/adjustments",
                        """
                        {"location":"LONDON","reason":"found",\
                        "lines":[{"sku":"TEA-EARL-100","quantity":"10"}]}""");
        assertThat(stocked.status()).isEqualTo(201);
    }

    private String wish(String quantity, Instant expiresAt) {
        return """
        {"location":"LONDON","owner":"order 7","expiresAt":"%s",\
        "lines":[{"sku":"TEA-EARL-100","quantity":"%s"}]}"""
                .formatted(expiresAt, quantity);
    }

    private String wish(String quantity) {
        return wish(quantity, clock.now().plus(1, ChronoUnit.HOURS));
    }

    private String available() {
        return api.get("/api/v1/stock-levels?sku=TEA-EARL-100&location=LONDON")
                .json()
                .at("/items/0/available")
                .asString();
    }

    @Test
    void aPromiseLowersWhatIsAvailableAndCanBeGivenBackTwice() {
        var made = api.post(PATH, wish("4"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().path("state").asString()).isEqualTo("held");
        assertThat(available()).isEqualTo("6");
        String path = made.header("Location").orElseThrow();
        assertThat(api.get(path).json().at("/lines/0/remaining").asString()).isEqualTo("4");
        assertThat(api.send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(api.send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(api.get(path).json().path("state").asString()).isEqualTo("released");
        assertThat(available()).isEqualTo("10");
    }

    @Test
    void whatIsNotThereIsNotPromisedAndTheShortLineIsNamed() {
        var refused = api.post(PATH, wish("11"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("not-enough-stock");
        assertThat(refused.json().at("/errors/0/pointer").asString())
                .isEqualTo("/lines/0/quantity");
        assertThat(refused.json().at("/errors/0/detail").asString()).contains("10");
        assertThat(available()).isEqualTo("10");
    }

    @Test
    void theSameRequestAgainIsTheSamePromiseAsItWasGranted() {
        String key = UUID.randomUUID().toString();
        String wish = wish("3");
        var first = api.post(PATH, key, wish);
        api.send("DELETE", first.header("Location").orElseThrow(), null);
        var again = api.post(PATH, key, wish);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.replayed()).isTrue();
        assertThat(available()).isEqualTo("10");
    }

    @Test
    void aPromiseEndsAfterNowAndWithinNinetyDays() {
        for (int days : new int[] {-1, 91}) {
            var refused = api.post(PATH, wish("1", clock.now().plus(days, ChronoUnit.DAYS)));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("bad-time");
        }
    }

    @Test
    void aFulfilmentSellsWhatWasPromisedOnce() {
        String path = api.post(PATH, wish("4")).header("Location").orElseThrow();
        String some = "{\"lines\":[{\"sku\":\"TEA-EARL-100\",\"quantity\":\"1\"}]}";
        assertThat(api.post(path + "/fulfilments", some).status()).isEqualTo(201);
        assertThat(api.get(path).json().path("state").asString()).isEqualTo("held");
        var rest = api.post(path + "/fulfilments", "{}");
        assertThat(rest.status()).as(rest.text()).isEqualTo(201);
        assertThat(rest.json().at("/lines/0/onHand").asString()).isEqualTo("6");
        assertThat(api.get(path).json().path("state").asString()).isEqualTo("fulfilled");
        assertThat(available()).isEqualTo("6");
        assertThat(api.post(path + "/fulfilments", "{}").code()).isEqualTo("wrong-state");
    }

    @Test
    void promisesAreListedNewestFirstByPlaceAndState() {
        String first = api.post(PATH, wish("1")).json().path("id").asString();
        String second = api.post(PATH, wish("2")).json().path("id").asString();
        var list = api.get(PATH + "?location=LONDON&state=held").json().path("items");
        assertThat(list.get(0).path("id").asString()).isEqualTo(second);
        assertThat(list.get(1).path("id").asString()).isEqualTo(first);
        assertThat(api.get(PATH + "?location=PARIS").json().path("items")).isEmpty();
        assertThat(api.get(PATH + "?state=gone").status()).isEqualTo(400);
    }
}
