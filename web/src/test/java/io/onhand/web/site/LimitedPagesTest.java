package io.onhand.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import io.onhand.web.hooks.SigningTill;
import java.util.concurrent.locks.LockSupport;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.Browser;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Deliveries and connections, as somebody limited to London sees them: by page and by API. */
@WebTest
class LimitedPagesTest {

    private static final String DELIVERIES = "/api/v1/deliveries";

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private Api owner;
    private Api limited;
    private Browser manager;
    private String ofLondon;
    private String ofParis;

    @BeforeEach
    void aMessageOfEachShop() {
        shop = TeaShop.open(program);
        owner = new Api(port, shop.key(Role.OWNER));
        limited = new Api(port, shop.key(Role.MANAGER, "LONDON"));
        manager = Browser.of(port, program, shop, Role.MANAGER, "LONDON");
        var till = SigningTill.of(program, port, shop);
        till.send(SigningTill.sale("L-1", "TEA-MINT-50", "1"));
        ofLondon = newest(1);
        till.send(SigningTill.sale("P-1", "TEA-MINT-50", "1").replace("LONDON", "PARIS"));
        ofParis = newest(2);
    }

    /** The newest delivery, once so many are done. */
    private String newest(int done) {
        for (int i = 0; i < 1_000; i++) {
            JsonNode items = owner.get(DELIVERIES + "?state=done").json().path("items");
            if (items.size() == done) {
                return items.get(0).path("id").asString();
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("the deliveries are not done");
    }

    @Test
    void aMessageOfParisIsLeftOutOfListsAndRefusedByItsId() {
        assertThat(owner.get(DELIVERIES).text()).contains(ofLondon, ofParis);
        assertThat(limited.get(DELIVERIES).text()).contains(ofLondon).doesNotContain(ofParis);
        assertThat(limited.get(DELIVERIES + "/" + ofLondon).status()).isEqualTo(200);
        assertThat(limited.get(DELIVERIES + "/" + ofParis).code())
                .isEqualTo("location-not-allowed");
        assertThat(limited.post(DELIVERIES + "/" + ofParis + "/replays", "{}").code())
                .isEqualTo("location-not-allowed");
    }

    @Test
    void thePagesDoTheSame() {
        assertThat(manager.get("/app/deliveries").html())
                .contains(ofLondon)
                .doesNotContain(ofParis, "PARIS");
        assertThat(manager.get("/app/deliveries/" + ofLondon).status()).isEqualTo(200);
        assertThat(manager.get("/app/deliveries/" + ofParis).status()).isEqualTo(403);
        var stranger = Browser.of(port, program, TeaShop.open(program), Role.OWNER);
        assertThat(stranger.get("/app/deliveries/" + ofLondon).status()).isEqualTo(404);
    }

    @Test
    void aConnectionOfParisAloneIsOutOfSight() {
        String made =
                """
                {"code": "far", "plugin": "generic", "name": "Far away", "mode": "live",
                 "locations": [{"external": "1", "location": "PARIS"}], "match": "sku"}
                """;
        var got = owner.post("/api/v1/connections", made);
        assertThat(got.status()).as(got.text()).isEqualTo(201);
        assertThat(owner.get("/api/v1/connections").text()).contains("Far away");
        assertThat(limited.get("/api/v1/connections").text()).doesNotContain("Far away");
        assertThat(limited.get("/api/v1/connections/far").code()).isEqualTo("location-not-allowed");
        assertThat(limited.patch("/api/v1/connections/far", "{\"name\":\"Near\"}").code())
                .isEqualTo("location-not-allowed");
        assertThat(manager.get("/app/connections").html()).doesNotContain("Far away");
    }
}
