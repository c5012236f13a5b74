package io.onhand.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.ApiKeyId;
import io.onhand.identity.ApiKeys;
import io.onhand.identity.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.Socket;
import onhand.testing.web.TwoPrograms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Clients of one program while things happen on the other. */
@Timeout(120)
class LiveAcrossProgramsTest {

    private static final List<String> SKUS =
            List.of("TEA-EARL-100", "TEA-SENCHA-100", "TEA-MINT-50", "TEA-MINT-250", "KETTLE-IRON");
    private static final int POSTINGS = 400;
    private static final int SENDERS = 8;

    /** Some looks at a key's rights, on a slow machine; how long it took is printed. */
    private static final long CLOSED_WITHIN_MS = 5_000;

    private static TwoPrograms programs;

    private TeaShop shop;
    private String key;

    @BeforeAll
    static void startPrograms() {
        programs = TwoPrograms.start();
    }

    @AfterAll
    static void stopPrograms() {
        programs.close();
    }

    @BeforeEach
    void openShop() {
        shop = TeaShop.open(programs.program(0));
        key = shop.key(Role.OWNER);
    }

    @Test
    void aClientOfOneProgramSeesEveryChangeMadeThroughTheOther() throws Exception {
        var here = new Screen(programs.port(0), key, "stock:LONDON");
        var there = new Screen(programs.port(1), key, "stock:LONDON");
        here.take(here.next());
        there.take(there.next());
        sell();
        Map<String, Long> wanted = new HashMap<>();
        Map<String, String> onHand = new HashMap<>();
        for (JsonNode level : levels()) {
            wanted.put(level.path("sku").asString(), level.path("version").asLong());
            onHand.put(level.path("sku").asString(), level.path("onHand").asString());
        }
        here.hearUntil(wanted);
        there.hearUntil(wanted);
        assertThat(here.onHand()).isEqualTo(onHand);
        assertThat(there.onHand()).isEqualTo(onHand);
    }

    @Test
    void cutSocketsComeBackWithoutAGapThatTheyDoNotNotice() throws Exception {
        var screen = new Screen(programs.port(0), key, "stock:LONDON");
        screen.take(screen.next());
        try (var sender = Executors.newSingleThreadExecutor()) {
            Future<?> sold = sender.submit((Runnable) this::sell);
            for (int cut = 0; cut < 10; cut++) {
                screen.take(screen.next());
                screen.rest().forEach(screen::take);
                screen.cut();
                screen.comeBack(programs.port(0));
            }
            sold.get();
        }
        Map<String, Long> wanted = new HashMap<>();
        levels().forEach(l -> wanted.put(l.path("sku").asString(), l.path("version").asLong()));
        screen.hearUntil(wanted);
        assertThat(screen.frames()).isPositive();

        screen.cut();
        screen.comeBack(programs.port(1));
        assertThat(screen.next().path("subscribed").asBoolean(false)).isTrue();
        assertThat(screen.next().path("reset").asBoolean(false))
                .as("another program has another epoch")
                .isTrue();
    }

    @Test
    void aKeyRevokedOnOneProgramClosesItsConnectionsOnTheOther() throws Exception {
        var keys = programs.program(0).getBean(ApiKeys.class);
        var caller = keys.find(key).orElseThrow();
        var open = List.of(Socket.open(programs.port(0), key), Socket.open(programs.port(1), key));
        open.getLast().subscribe("stock:LONDON").next();
        shop.run(() -> keys.revoke(new ApiKeyId(UUID.fromString(caller.actor().id()))));
        long revokedAt = System.nanoTime();
        for (Socket socket : open) {
            assertThat(socket.closeCode()).isEqualTo(4001);
        }
        long took = (System.nanoTime() - revokedAt) / 1_000_000;
        System.out.printf("a revoked key: its connections are closed after %d ms%n", took);
        assertThat(took).isLessThan(CLOSED_WITHIN_MS);
    }

    @Test
    void aTicketFromOneProgramIsGoodOnTheOtherOnce() throws Exception {
        String ticket =
                new Api(programs.port(0), key)
                        .send("POST", "/api/v1/live-tickets", null)
                        .json()
                        .path("ticket")
                        .asString();
        try (var socket = Socket.open(programs.port(1), "?ticket=" + ticket, true)) {
            socket.subscribe("stock:LONDON");
            assertThat(socket.next().path("subscribed").asBoolean(false)).isTrue();
        }
        assertThat(Socket.refused(programs.port(0), "?ticket=" + ticket)).isEqualTo(401);
    }

    private List<JsonNode> levels() {
        List<JsonNode> levels = new ArrayList<>();
        new Api(programs.port(0), key)
                .get("/api/v1/stock-levels?location=LONDON")
                .json()
                .path("items")
                .forEach(levels::add);
        return levels;
    }

    /** Sells through both programs at once. */
    private void sell() {
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < POSTINGS; i++) {
                int number = i;
                sent.add(senders.submit(() -> sell(number)));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void sell(int number) {
        var random = new Random(number);
        String sku = SKUS.get(random.nextInt(SKUS.size()));
        var answer =
                new Api(programs.port(number % 2), key)
                        .post(
                                "/api/v1/adjustments",
                                """
                                {"location":"LONDON","reason":"found",
                                "lines":[{"sku":"%s","quantity":"%d"}]}"""
                                        .formatted(sku, 1 + random.nextInt(5)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
