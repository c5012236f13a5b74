package io.onhand.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onhand.identity.Role;
import io.onhand.relay.TakenRows;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import onhand.testing.Broker;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.TwoPrograms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The broker dies in the middle and is away for half a minute, while shops go on selling. */
@Tag("kafka")
@Timeout(240)
class BrokerAwayTest {

    private static final List<String> SKUS =
            List.of("TEA-EARL-100", "TEA-SENCHA-100", "TEA-MINT-50", "TEA-MINT-250", "KETTLE-IRON");
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration CAUGHT_UP = Duration.ofSeconds(60);
    private static final int BEFORE = 100;
    private static final long PACE_MS = 100;

    private final TakenRows taken = new TakenRows();
    private final Random random = new Random(11);
    private int sold;

    @Test
    void nothingIsLostWhileTheBrokerIsAway() throws Exception {
        Broker broker = Broker.ofThisRun().orElseThrow();
        try (TwoPrograms programs = TwoPrograms.start(this::listenIn)) {
            TeaShop shop = TeaShop.open(programs.program(0));
            String key = shop.key(Role.OWNER);
            var here = new Screen(programs.port(0), key, "stock:LONDON");
            var there = new Screen(programs.port(1), key, "stock:LONDON");
            here.take(here.next());
            there.take(there.next());

            for (int i = 0; i < BEFORE; i++) {
                sell(programs, key);
            }
            await().atMost(CAUGHT_UP).until(() -> taken.missing(programs.program(0)).isEmpty());
            broker.kill();
            int takenBefore = taken.taken();
            long back = System.nanoTime() + AWAY.toNanos();
            while (System.nanoTime() < back) {
                sell(programs, key);
                TimeUnit.MILLISECONDS.sleep(PACE_MS);
            }
            assertThat(taken.missing(programs.program(0))).as("kept meanwhile").isNotEmpty();
            assertThat(taken.taken()).isEqualTo(takenBefore);
            broker.start();
            sell(programs, key);

            await().atMost(CAUGHT_UP).until(() -> taken.missing(programs.program(0)).isEmpty());
            assertThat(taken.refused()).as("failed once and came again").isPositive();
            assertRight(programs, key, here, there);
        }
    }

    private void listenIn(ConfigurableApplicationContext program) {
        program.getBeanFactory().registerSingleton("takenRows", taken);
    }

    private void sell(TwoPrograms programs, String key) {
        var answer =
                new Api(programs.port(sold++ % 2), key)
                        .post(
                                "/api/v1/adjustments",
                                """
                                {"location":"LONDON","reason":"missing",
                                "lines":[{"sku":"%s","quantity":"-%d"}]}"""
                                        .formatted(
                                                SKUS.get(random.nextInt(SKUS.size())),
                                                1 + random.nextInt(5)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static void assertRight(TwoPrograms programs, String key, Screen... screens)
            throws InterruptedException {
        Map<String, Long> versions = new HashMap<>();
        Map<String, String> onHand = new HashMap<>();
        for (JsonNode level :
                new Api(programs.port(0), key)
                        .get("/api/v1/stock-levels?location=LONDON")
                        .json()
                        .path("items")) {
            String sku = level.path("sku").asString();
            versions.put(sku, level.path("version").asLong());
            onHand.put(sku, level.path("onHand").asString());
        }
        for (Screen screen : screens) {
            screen.hearUntil(versions);
            assertThat(screen.onHand()).isEqualTo(onHand);
        }
    }
}
