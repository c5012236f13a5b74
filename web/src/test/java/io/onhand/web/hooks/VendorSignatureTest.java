package io.onhand.web.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channels.Connection;
import io.onhand.channels.Connections;
import io.onhand.channels.HookKey;
import io.onhand.channels.NewConnection;
import io.onhand.channels.Secrets;
import io.onhand.inbox.HookMessage;
import io.onhand.inbox.Inbox;
import io.onhand.inbox.Reception;
import io.onhand.plugin.Declaration;
import io.onhand.plugin.HookSignature;
import io.onhand.plugins.PluginRunner;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import onhand.plugins.standin.StandInMaker;
import onhand.testing.TeaShop;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The signature that the vendor of the demo's tills makes, checked as its plugin declares it. */
@WebTest
class VendorSignatureTest {

    private static final String PLUGIN =
            ServiceLoader.load(StandInMaker.class).findFirst().orElseThrow().connection().plugin();
    private static final String OUR_URL = "https://ims.example.test/hooks/square";
    private static final String OUR_KEY = "sq-test-key";
    private static final String OUR_BODY =
            """
            {"merchant_id":"MTEST","type":"inventory.count.updated","event_id":"e-1",\
            "created_at":"2026-01-05T12:00:00Z","data":{"type":"inventory_counts","id":"d-1",\
            "object":{"inventory_counts":[{"calculated_at":"2026-01-05T11:59:59.9Z",\
            "catalog_object_id":"VAR1","catalog_object_type":"ITEM_VARIATION",\
            "location_id":"LOC1","quantity":"7.5","state":"IN_STOCK"}]}}}""";
    private static final String OUR_SEAL = "6ouaxTprfhNn7rxroWiM6Rcu9f/W/ru1BWuQDby1m2A=";
    private static final String SEAL_WITH_SLASH = "2UN1vlKWHVSJIjUUuPE48rTcFqVNAGGj+8sgNdYKQmk=";

    @Autowired BeanFactory program;
    @Autowired Inbox inbox;
    @Autowired PluginRunner plugins;

    private TeaShop shop;

    @BeforeEach
    void aShop() {
        shop = TeaShop.open(program);
    }

    @Test
    void theVendorsPublishedVectorIsRight() {
        Published vector = Published.read();
        assertThat(told(vector.key(), vector.url(), vector.body(), vector.seal())).isTrue();
    }

    @Test
    void theVendorsPublishedVectorIsWrongWithAnotherUrlKeyOrForm() {
        Published vector = Published.read();
        assertThat(told(vector.key(), vector.url() + "/", vector.body(), vector.seal())).isFalse();
        assertThat(told("another", vector.url(), vector.body(), vector.seal())).isFalse();
        String pretty = vector.body().replace(",", ", ");
        assertThat(told(vector.key(), vector.url(), pretty, vector.seal())).isFalse();
        assertThat(told(vector.key(), "", vector.body(), vector.seal())).isFalse();
    }

    @Test
    void ourOwnArithmeticOfOneNotificationIsRight() {
        assertThat(told(OUR_KEY, OUR_URL, OUR_BODY, OUR_SEAL)).isTrue();
    }

    @Test
    void ourOwnArithmeticOfANotificationAddressWithASlashIsRefused() {
        assertThat(told(OUR_KEY, OUR_URL, OUR_BODY, SEAL_WITH_SLASH)).isFalse();
        assertThat(told(OUR_KEY, OUR_URL + "/", OUR_BODY, SEAL_WITH_SLASH)).isTrue();
    }

    @Test
    void noSealATornOneAndOneOfAnotherKindAreRefused() {
        for (String wrong : new String[] {"", "AAAA", OUR_SEAL.substring(4), OUR_SEAL + "=", "*"}) {
            assertThat(told(OUR_KEY, OUR_URL, OUR_BODY, wrong)).as(wrong).isFalse();
        }
        assertThat(told("", OUR_URL, OUR_BODY, OUR_SEAL)).as("a connection without key").isFalse();
    }

    private boolean told(String key, String url, String body, String seal) {
        String code = "till-" + UUID.randomUUID();
        Declaration declared = plugins.declaration(PLUGIN).orElseThrow();
        var scheme = (HookSignature.Hmac) declared.signature();
        Secrets secrets = key.isEmpty() ? Secrets.NONE : new Secrets(Map.of(scheme.secret(), key));
        var wanted =
                new NewConnection(
                        code,
                        PLUGIN,
                        "A till",
                        Connection.Mode.LIVE,
                        Connection.Match.NONE,
                        false,
                        Map.of(),
                        new HookKey(code),
                        secrets,
                        Map.of());
        shop.run(() -> program.getBean(Connections.class).create(wanted));
        var message =
                new HookMessage(
                        Map.of(scheme.header(), seal),
                        body.getBytes(StandardCharsets.UTF_8),
                        "-",
                        url);
        return inbox.receive(inbox.find(code).orElseThrow(), message) instanceof Reception.Kept;
    }

    /** The vector of the vendor's own library, which came from a real delivery. */
    record Published(String key, String url, String body, String seal) {

        private static final String BODY =
                """
                {"merchant_id":"MLEFBHHSJGVHD","type":"webhooks.test_notification",\
                "event_id":"ac3ac95b-f97d-458c-a6e6-18981597e05f",\
                "created_at":"2022-07-13T20:30:59.037339943Z","data":{"type":"webhooks",\
                "id":"bc368e64-01aa-407e-b46e-3231809b1129"}}""";

        static Published read() {
            return new Published(
                    "Ibxx_5AKakO-3qeNVR61Dw",
                    "https://webhook.site/679a4f3a-dcfa-49ee-bac5-9d0edad886b9",
                    BODY,
                    "GF4YkrJgGBDZ9NIYbNXBnMzqb2HoL4RW/S6vkZ9/2N4=");
        }
    }
}
