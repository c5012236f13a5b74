package io.onhand.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.ApiKeyId;
import io.onhand.identity.ApiKeys;
import io.onhand.identity.Role;
import io.onhand.locations.Location;
import java.time.Instant;
import java.util.UUID;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.Socket;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@WebTest
class LiveSocketTest {

    private static final String LONDON = "stock:LONDON";

    @Autowired BeanFactory program;
    @Autowired ApiKeys keys;
    @LocalServerPort int port;

    private TeaShop shop;
    private String key;
    private Api owner;

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        key = shop.key(Role.OWNER);
        owner = new Api(port, key);
    }

    @Test
    void aClientHearsWhatChangesAfterItSubscribed() throws Exception {
        try (var socket = Socket.open(port, key).subscribe(LONDON)) {
            assertThat(socket.protocol()).isEqualTo("onhand.v1");
            JsonNode first = socket.next();
            assertThat(first.path("topic").asString()).isEqualTo(LONDON);
            assertThat(first.path("subscribed").asBoolean(false)).isTrue();
            assertThat(first.path("seq").asLong()).isZero();
            adjust("LONDON", "TEA-EARL-100", "12");
            JsonNode frame = socket.next();
            assertThat(frame.path("epoch")).isEqualTo(first.path("epoch"));
            assertThat(frame.path("seq").asLong()).isEqualTo(1);
            assertThat(frame.path("levels").toString())
                    .isEqualTo(
                            """
                            [{"sku":"TEA-EARL-100","onHand":"12","available":"12",\
                            "committed":"0","version":1}]""");
            reserve("TEA-EARL-100", "5");
            JsonNode promised = socket.next().at("/levels/0");
            assertThat(promised.path("available").asString()).isEqualTo("7");
            assertThat(promised.path("committed").asString()).isEqualTo("5");
        }
    }

    @Test
    void whoWasCutOffHearsEveryFrameInBetween() throws Exception {
        JsonNode first;
        try (var socket = Socket.open(port, key).subscribe(LONDON)) {
            first = socket.next();
            adjust("LONDON", "TEA-EARL-100", "1");
            socket.next();
        }
        try (var other = Socket.open(port, key).subscribe(LONDON)) {
            other.next();
            adjust("LONDON", "TEA-EARL-100", "1");
            other.next();
            adjust("LONDON", "TEA-SENCHA-100", "1");
            other.next();
        }
        String epoch = first.path("epoch").asString();
        try (var socket = Socket.open(port, key)) {
            socket.send(resume(epoch, 1));
            assertThat(socket.next().path("subscribed").asBoolean(false)).isTrue();
            assertThat(socket.next().path("seq").asLong()).isEqualTo(2);
            JsonNode last = socket.next();
            assertThat(last.path("seq").asLong()).isEqualTo(3);
            assertThat(last.at("/levels/0/sku").asString()).isEqualTo("TEA-SENCHA-100");
        }
        try (var socket = Socket.open(port, key)) {
            socket.send(resume("elsewhere", 1));
            assertThat(socket.next().path("seq").asLong()).isEqualTo(3);
            assertThat(socket.next().path("reset").asBoolean(false)).isTrue();
            socket.send(resume(epoch, 4));
            assertThat(socket.next().path("subscribed").asBoolean(false)).isTrue();
            assertThat(socket.next().path("reset").asBoolean(false)).isTrue();
        }
    }

    @Test
    void aTopicIsFollowedOnlyWithinTheCallersLimitAndTenant() throws Exception {
        shop.location("ONLY-HERE", "x", Location.Type.STORE, "UTC");
        TeaShop other = TeaShop.open(program);
        other.location("ONLY-THERE", "x", Location.Type.STORE, "UTC");
        try (var socket = Socket.open(port, shop.key(Role.CLERK, "LONDON"))) {
            socket.subscribe(LONDON, "stock:PARIS", "stock:ONLY-THERE", "stock:NOWHERE", "tills");
            assertThat(socket.next().path("subscribed").asBoolean(false)).isTrue();
            assertThat(error(socket, "stock:PARIS")).isEqualTo("location-not-allowed");
            assertThat(error(socket, "stock:ONLY-THERE")).isEqualTo("not-found");
            assertThat(error(socket, "stock:NOWHERE")).isEqualTo("not-found");
            assertThat(error(socket, "tills")).isEqualTo("unknown-topic");
            adjust("PARIS", "TEA-EARL-100", "1");
            adjust("LONDON", "TEA-EARL-100", "2");
            assertThat(socket.next().path("topic").asString()).isEqualTo(LONDON);
            socket.send("{\"unsubscribe\":[\"stock:LONDON\"]}");
            socket.subscribe("stock:LONDON");
            assertThat(socket.next().path("seq").asLong()).isEqualTo(1);
        }
    }

    @Test
    void aHandshakeWithoutGoodCredentialsIsRefused() {
        assertThat(Socket.refused(port, "")).isEqualTo(401);
        assertThat(Socket.refused(port, "", "Authorization", "Bearer no")).isEqualTo(401);
        assertThat(Socket.refused(port, "?ticket=lt_no")).isEqualTo(401);
    }

    @Test
    void aTicketOpensOneConnectionAndAnAuditorMayHaveOne() throws Exception {
        var answer =
                new Api(port, shop.key(Role.AUDITOR)).send("POST", "/api/v1/live-tickets", null);
        assertThat(answer.status()).isEqualTo(201);
        String query = "?ticket=" + answer.json().path("ticket").asString();
        try (var socket = Socket.open(port, query, true).subscribe(LONDON)) {
            assertThat(socket.next().path("subscribed").asBoolean(false)).isTrue();
        }
        assertThat(Socket.refused(port, query)).isEqualTo(401);
    }

    @Test
    void aRevokedKeyClosesItsConnections() throws Exception {
        var caller = keys.find(key).orElseThrow();
        try (var socket = Socket.open(port, key).subscribe(LONDON)) {
            socket.next();
            shop.run(() -> keys.revoke(new ApiKeyId(UUID.fromString(caller.actor().id()))));
            assertThat(socket.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void whatIsNoJsonObjectOrTooBigClosesTheConnection() throws Exception {
        try (var socket = Socket.open(port, key)) {
            socket.send("[1]");
            assertThat(socket.closeCode()).isEqualTo(1003);
        }
        try (var socket = Socket.open(port, key)) {
            socket.send("nonsense");
            assertThat(socket.closeCode()).isEqualTo(1003);
        }
        try (var socket = Socket.open(port, key)) {
            socket.sendBinary();
            assertThat(socket.closeCode()).isEqualTo(1003);
        }
        try (var socket = Socket.open(port, key)) {
            socket.send("{\"unsubscribe\":[\"" + "x".repeat(64 * 1024) + "\"]}");
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
        try (var socket = Socket.open(port, key)) {
            socket.send("{\"unsubscribe\":[\"" + "x".repeat(60 * 1024) + "\"]}").send("{}");
            assertThat(socket.next().at("/error/code").asString()).isEqualTo("malformed");
        }
    }

    private static String error(Socket socket, String topic) throws InterruptedException {
        JsonNode message = socket.next();
        assertThat(message.path("topic").asString()).isEqualTo(topic);
        return message.at("/error/code").asString();
    }

    private static String resume(String epoch, long seq) {
        return "{\"subscribe\":[\"%s\"],\"from\":{\"%s\":{\"epoch\":\"%s\",\"seq\":%d}}}"
                .formatted(LONDON, LONDON, epoch, seq);
    }

    private void adjust(String location, String sku, String quantity) {
        var answer =
                owner.post(
                        "/api/v1/adjustments",
                        """
                        {"location":"%s","reason":"found","lines":[{"sku":"%s","quantity":"%s"}]}"""
                                .formatted(location, sku, quantity));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void reserve(String sku, String quantity) {
        var answer =
                owner.post(
                        "/api/v1/reservations",
                        """
                        {"location":"LONDON","owner":"web-1","expiresAt":"%s",
                        "lines":[{"sku":"%s","quantity":"%s"}]}"""
                                .formatted(Instant.now().plusSeconds(3600), sku, quantity));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
