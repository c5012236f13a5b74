package io.onhand.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
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
class AuditEntryApiTest {

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private Api owner;

    @BeforeEach
    void aTeaShopWhoseParisWasRenamed() {
        shop = TeaShop.open(program);
        owner = new Api(port, shop.key(Role.OWNER));
        owner.send(
                "PATCH",
                "/api/v1/locations/PARIS",
                "{\"name\":\"Marais\"}",
                "X-Request-Id",
                "till-7");
    }

    @Test
    void anEntrySaysWhoDidWhatThroughWhichDoor() {
        var entry = owner.get("/api/v1/audit-entries?limit=1").json().at("/items/0");
        assertThat(entry.get("action").asString()).isEqualTo("change");
        assertThat(entry.at("/object/type").asString()).isEqualTo("location");
        assertThat(entry.at("/object/id").asString()).isEqualTo("PARIS");
        assertThat(entry.at("/actor/type").asString()).isEqualTo("api-key");
        assertThat(entry.get("door").asString()).isEqualTo("api");
        assertThat(entry.get("correlationId").asString()).isEqualTo("till-7");
        assertThat(entry.at("/before/name").asString()).isEqualTo("Paris");
        assertThat(entry.at("/after/name").asString()).isEqualTo("Marais");
        assertThat(entry.get("at").asString()).endsWith("Z");
    }

    @Test
    void whatWasMadeHasNoStateBefore() {
        var made = owner.get("/api/v1/audit-entries?object=location:LONDON").json();
        assertThat(made.get("items")).hasSize(1);
        assertThat(made.at("/items/0").has("before")).isTrue();
        assertThat(made.at("/items/0/before").isNull()).isTrue();
    }

    @Test
    void theListIsFilteredAndGoesOn() {
        var entry = owner.get("/api/v1/audit-entries?object=PARIS&limit=1").json();
        String actor = entry.at("/items/0/actor/id").asString();
        String at = entry.at("/items/0/at").asString();
        assertThat(count("actor=" + actor)).isEqualTo(1);
        assertThat(count("actor=" + actor + "&object=LONDON")).isZero();
        assertThat(count("from=" + at)).isEqualTo(1);
        assertThat(count("to=" + at + "&actor=" + actor)).isZero();
        var rest =
                owner.get(
                                "/api/v1/audit-entries?object=PARIS&limit=1&cursor="
                                        + entry.get("nextCursor").asString())
                        .json();
        assertThat(rest.at("/items/0/action").asString()).isEqualTo("create");
        assertThat(rest.get("nextCursor").isNull()).isTrue();
        assertThat(owner.get("/api/v1/audit-entries?from=today").code()).isEqualTo("malformed");
    }

    @Test
    void anAuditorReadsItAndAClerkDoesNot() {
        var auditor = new Api(port, shop.key(Role.AUDITOR));
        assertThat(auditor.get("/api/v1/audit-entries").status()).isEqualTo(200);
        var clerk = new Api(port, shop.key(Role.CLERK));
        assertThat(clerk.get("/api/v1/audit-entries").code()).isEqualTo("forbidden");
    }

    @Test
    void whoIsLimitedToLondonSeesNoEntriesOfOtherLocations() {
        var manager = new Api(port, shop.key(Role.MANAGER, "LONDON"));
        var seen = manager.get("/api/v1/audit-entries?limit=200").json().get("items");
        assertThat(
                        seen.valueStream()
                                .filter(e -> e.at("/object/type").asString().equals("location"))
                                .map(e -> e.at("/object/id").asString()))
                .containsOnly("LONDON");
    }

    @Test
    void whoIsLimitedToLondonSeesNoEntriesAboutWhatHappenedElsewhere() {
        Till.of(program, port, shop, Role.OWNER)
                .result(Till.sale("s-1", "TEA-GONE", "1").replace("LONDON", "PARIS"));
        var manager = new Api(port, shop.key(Role.MANAGER, "LONDON"));
        assertThat(manager.get("/api/v1/audit-entries?limit=200").text()).doesNotContain("s-1");
    }

    @Test
    void statesShowWordsAndHashes() {
        Till.of(program, port, shop, Role.OWNER).result(Till.sale("s-1", "TEA-GONE", "1"));
        var entries = owner.get("/api/v1/audit-entries?limit=2").json().get("items");
        var states = entries.valueStream().map(entry -> entry.get("after")).toList();
        assertThat(states).anySatisfy(after -> hasText(after, "kind", "unknown-variant"));
        assertThat(states).anySatisfy(after -> hasText(after, "state", "exception"));
        assertThat(states).anySatisfy(after -> hasText(after, "content", "[0-9a-f]{64}"));
    }

    private static void hasText(JsonNode state, String field, String pattern) {
        assertThat(state.path(field).asString("")).matches(pattern);
    }

    private int count(String query) {
        return owner.get("/api/v1/audit-entries?" + query).json().get("items").size();
    }
}
