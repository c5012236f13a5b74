package io.onhand.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import onhand.testing.TeaShop;
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

@WebTest
class LocationApiTest {

    private static final String BERLIN =
            """
            {"code":"BERLIN 1","name":"Berlin","type":"store","timeZone":"Europe/Berlin",
             "region":"0a","address":"Unter den Linden 1"}
            """;

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private Api owner;

    @BeforeEach
    void aTeaShop() {
        shop = TeaShop.open(program);
        owner = new Api(port, shop.key(Role.OWNER));
    }

    @Test
    void aLocationIsMadeAndReadWhereTheAnswerSays() {
        var made = owner.post("/api/v1/locations", BERLIN);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).contains("/api/v1/locations/BERLIN%201");
        var read = owner.get(made.header("Location").orElseThrow());
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.json().get("code").asString()).isEqualTo("BERLIN 1");
        assertThat(read.json().get("region").asString()).isEqualTo("0a");
        assertThat(read.json().get("active").asBoolean()).isTrue();
    }

    @Test
    void theSameRequestIsAnsweredOnce() {
        var first = owner.post("/api/v1/locations", "key-1", BERLIN);
        var again = owner.post("/api/v1/locations", "key-1", BERLIN);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.replayed()).isTrue();
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void withoutAKeyATakenCodeIsRefused() {
        assertThat(owner.send("POST", "/api/v1/locations", BERLIN).status()).isEqualTo(201);
        var taken = owner.send("POST", "/api/v1/locations", BERLIN);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.code()).isEqualTo("already-exists");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"B\",\"type\":\"store\",\"timeZone\":\"UTC\"}|/code|missing",
                "{\"code\":\"\",\"name\":\"B\",\"type\":\"store\",\"timeZone\":\"UTC\"}"
                        + "|/code|bad-code",
                "{\"code\":\"B\",\"name\":\"B\",\"type\":\"shed\",\"timeZone\":\"UTC\"}"
                        + "|/type|unknown-type",
                "{\"code\":\"B\",\"name\":\"B\",\"type\":\"store\",\"timeZone\":\"Mars/Base\"}"
                        + "|/timeZone|unknown-time-zone",
                "{\"code\":\"B\",\"name\":\"B\",\"type\":\"store\",\"timeZone\":\"UTC\","
                        + "\"region\":\"xx\"}|/region|bad-region",
                "{\"code\":\"B\",\"name\":\"B\",\"type\":\"store\",\"timeZone\":\"UTC\",\"x\":1}"
                        + "|/x|unknown-field"
            })
    void whatIsWrongIsPointedAt(String body, String pointer, String code) {
        var refused = owner.post("/api/v1/locations", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("invalid");
        var fault = refused.json().get("errors").get(0);
        assertThat(fault.get("pointer").asString()).isEqualTo(pointer);
        assertThat(fault.get("code").asString()).isEqualTo(code);
    }

    @Test
    void aPatchChangesWhatItNamesAndTakesAnAddressAway() {
        owner.post("/api/v1/locations", BERLIN);
        var changed =
                owner.send(
                        "PATCH",
                        "/api/v1/locations/BERLIN%201",
                        "{\"name\":\"Mitte\",\"address\":null,\"active\":false,\"region\":\"0a\"}",
                        "Content-Type",
                        "application/merge-patch+json");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("name").asString()).isEqualTo("Mitte");
        assertThat(changed.json().has("address")).isFalse();
        assertThat(changed.json().get("active").asBoolean()).isFalse();
        assertThat(changed.json().get("timeZone").asString()).isEqualTo("Europe/Berlin");
        assertThat(owner.get("/api/v1/locations/BERLIN%201").json()).isEqualTo(changed.json());
    }

    @Test
    void codeAndRegionNeverChange() {
        var refused = owner.patch("/api/v1/locations/PARIS", "{\"code\":\"P\",\"region\":\"01\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").findValuesAsString("pointer"))
                .containsExactly("/code", "/region");
        assertThat(owner.patch("/api/v1/locations/PARIS", "{\"name\":null}").status())
                .isEqualTo(422);
    }

    @Test
    void theListGoesByCodeAndPageByPage() {
        List<String> codes = new ArrayList<>();
        JsonNode page = owner.get("/api/v1/locations?limit=3").json();
        codes.addAll(page.get("items").findValuesAsString("code"));
        assertThat(codes).hasSize(3);
        page = owner.get("/api/v1/locations?limit=3&cursor=" + cursor(page)).json();
        codes.addAll(page.get("items").findValuesAsString("code"));
        assertThat(codes).containsExactly("DC-KENT", "LONDON", "NEWYORK", "PARIS");
        assertThat(page.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void whatCannotBeReadOfAListIsMalformed() {
        Stream.of("limit=0", "limit=201", "limit=x", "active=true", "limit=1&limit=1")
                .forEach(
                        query -> {
                            var refused = owner.get("/api/v1/locations?" + query);
                            assertThat(refused.status()).as(query).isEqualTo(400);
                            assertThat(refused.code()).as(query).isEqualTo("malformed");
                        });
        assertThat(owner.get("/api/v1/locations?cursor=abc").code()).isEqualTo("invalid-cursor");
        var theirs = new Api(port, TeaShop.open(program).key(Role.OWNER));
        String foreign = cursor(theirs.get("/api/v1/locations?limit=1").json());
        assertThat(owner.get("/api/v1/locations?limit=1&cursor=" + foreign).code())
                .isEqualTo("invalid-cursor");
    }

    @Test
    void aClerkSeesTheOwnLocationsAndChangesNone() {
        var clerk = new Api(port, shop.key(Role.CLERK, "LONDON"));
        assertThat(clerk.get("/api/v1/locations").json().get("items").findValuesAsString("code"))
                .containsExactly("LONDON");
        assertThat(clerk.get("/api/v1/locations/LONDON").status()).isEqualTo(200);
        assertThat(clerk.get("/api/v1/locations/PARIS").code()).isEqualTo("location-not-allowed");
        assertThat(clerk.get("/api/v1/locations/NOWHERE").status()).isEqualTo(404);
        assertThat(clerk.post("/api/v1/locations", BERLIN).code()).isEqualTo("forbidden");
        assertThat(clerk.patch("/api/v1/locations/LONDON", "{}").code()).isEqualTo("forbidden");
    }

    @Test
    void aManagerOfLondonChangesLondonOnly() {
        var manager = new Api(port, shop.key(Role.MANAGER, "LONDON"));
        assertThat(manager.patch("/api/v1/locations/LONDON", "{\"name\":\"City\"}").status())
                .isEqualTo(200);
        assertThat(manager.patch("/api/v1/locations/PARIS", "{\"name\":\"City\"}").code())
                .isEqualTo("location-not-allowed");
        assertThat(manager.post("/api/v1/locations", BERLIN).code())
                .isEqualTo("location-not-allowed");
    }

    @Test
    void anAuditorReadsAndWritesNothing() {
        var auditor = new Api(port, shop.key(Role.AUDITOR));
        assertThat(auditor.get("/api/v1/locations/PARIS").status()).isEqualTo(200);
        assertThat(auditor.post("/api/v1/locations", BERLIN).status()).isEqualTo(403);
    }

    @Test
    void anotherTenantsLocationDoesNotExist() {
        owner.post("/api/v1/locations", BERLIN);
        var theirs = new Api(port, TeaShop.open(program).key(Role.OWNER));
        assertThat(theirs.get("/api/v1/locations/BERLIN%201").code()).isEqualTo("not-found");
        assertThat(theirs.patch("/api/v1/locations/BERLIN%201", "{\"name\":\"x\"}").status())
                .isEqualTo(404);
        assertThat(theirs.post("/api/v1/locations", BERLIN).status()).isEqualTo(201);
    }

    private static String cursor(JsonNode page) {
        return page.get("nextCursor").asString();
    }
}
