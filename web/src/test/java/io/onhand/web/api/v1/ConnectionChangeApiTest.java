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

/** What is changed of a connection, and by whom. */
@WebTest
class ConnectionChangeApiTest {

    private static final String TILLS = "/api/v1/connections/tills";
    private static final String MAPPED = TILLS + "/locations/";
    private static final String TO_PARIS = "{\"location\": \"PARIS\"}";
    private static final String MADE =
            """
            {"code": "tills", "plugin": "generic", "name": "Tills", "match": "sku",
             "settings": {"a": "1", "b": "2"},
             "locations": [{"external": "L-LONDON", "location": "LONDON"},
                           {"external": "L-PARIS", "location": "PARIS"}]}
            """;

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private Api owner;
    private Api ofParis;

    @BeforeEach
    void tillsInTwoShops() {
        shop = TeaShop.open(program);
        owner = new Api(port, shop.key(Role.OWNER));
        ofParis = new Api(port, shop.key(Role.MANAGER, "PARIS"));
        var made = owner.post("/api/v1/connections", MADE);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    @Test
    void theManagerOfParisDoesNotMapWhatIsMappedToLondon() {
        isRefused(ofParis.send("PUT", MAPPED + "L-LONDON", TO_PARIS));
        isRefused(ofParis.patch(TILLS, mapped("L-LONDON")));
        assertThat(placesOf(owner)).isEqualTo("L-LONDON=LONDON L-PARIS=PARIS");
    }

    @Test
    void theManagerOfParisKeepsWhatIsMappedToLondon() {
        assertThat(ofParis.patch(TILLS, mapped("L-NEW")).status()).isEqualTo(200);
        assertThat(placesOf(ofParis)).isEqualTo("L-NEW=PARIS");
        assertThat(placesOf(owner)).isEqualTo("L-LONDON=LONDON L-NEW=PARIS");
        assertThat(ofParis.send("PUT", MAPPED + "L-MORE", TO_PARIS).status()).isEqualTo(204);
        assertThat(ofParis.patch(TILLS, "{\"locations\": []}").status()).isEqualTo(200);
        assertThat(placesOf(owner)).isEqualTo("L-LONDON=LONDON");
    }

    @Test
    void aConnectionOfLondonAloneIsMappedInLondonAlone() {
        owner.patch(TILLS, mapped("L-LONDON").replace("PARIS", "LONDON"));
        isRefused(ofParis.send("PUT", MAPPED + "L-PARIS", TO_PARIS));
        isRefused(ofParis.send("PUT", TILLS + "/variants/X-1", "{\"sku\": \"TEA-MINT-50\"}"));
    }

    @Test
    void settingsAreMergedAndNullTakesOneAway() {
        var got = owner.patch(TILLS, "{\"settings\": {\"b\": null, \"c\": \"3\"}}");
        assertThat(got.status()).as(got.text()).isEqualTo(200);
        var settings = got.json().get("settings");
        assertThat(settings.propertyNames()).containsOnly("a", "c");
        assertThat(settings.get("c").asString()).isEqualTo("3");
        var nulls = owner.patch(TILLS, "{\"secrets\": {\"signingSecret\": null}}");
        assertThat(nulls.code()).isEqualTo("invalid");
    }

    private static String mapped(String external) {
        return "{\"locations\": [{\"external\": \"%s\", \"location\": \"PARIS\"}]}"
                .formatted(external);
    }

    private static String placesOf(Api caller) {
        var text = new StringBuilder();
        for (var place : caller.get(TILLS).json().get("locations")) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(place.get("external").asString())
                    .append('=')
                    .append(place.get("location").asString());
        }
        return text.toString();
    }

    private static void isRefused(Api.Got got) {
        assertThat(got.status()).as(got.text()).isEqualTo(403);
        assertThat(got.code()).isEqualTo("location-not-allowed");
    }
}
