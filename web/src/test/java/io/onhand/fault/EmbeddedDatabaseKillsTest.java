package io.onhand.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onhand.tenancy.MachineClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The program with the database that it brings itself: whichever of them dies, nothing is lost. */
@Tag("fault")
class EmbeddedDatabaseKillsTest {

    private static final Duration STARTED_AGAIN_WITHIN = Duration.ofSeconds(60);
    private static final String SKU = "TEA-EARL-100";
    private static final String LEVEL = "/api/v1/stock-levels?location=LONDON&sku=" + SKU;

    /** Kept when the test fails: the logs say why. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    private Program program;
    private Caller caller;

    @BeforeEach
    void start() throws InterruptedException {
        program = new Program(home);
        caller = new Caller(List.of(program));
        program.start();
        program.awaitReady();
    }

    @AfterEach
    void stop() throws InterruptedException, IOException {
        program.kill();
        var left = postmaster();
        if (left.isPresent()) {
            left.get().destroy();
            // else it would write to its directory while that is deleted
            Postmaster.awaitEnd(left.get());
        }
    }

    @Test
    void whicheverDiesWhatWasAnsweredIsThereAfterwards() throws Exception {
        int before = onHand();
        sell();
        program.kill();
        var orphan = postmaster().orElseThrow();
        startAgain();
        assertThat(Postmaster.runs(orphan)).as("the killed program's database").isFalse();
        assertThat(onHand()).isEqualTo(before - 1);

        sell();
        var alone = postmaster().orElseThrow();
        alone.destroyForcibly();
        await().atMost(STARTED_AGAIN_WITHIN)
                .until(() -> postmaster().filter(one -> !one.equals(alone)).isPresent());
        await().atMost(STARTED_AGAIN_WITHIN).until(program::ready);
        assertThat(onHand()).isEqualTo(before - 2);

        sell();
        postmaster().orElseThrow().destroyForcibly();
        program.kill();
        startAgain();
        assertThat(onHand()).isEqualTo(before - 3);
        assertThat(caller.forbidden()).isEmpty();
    }

    @Test
    void aSecondProgramOnItsDirectoryIsRefusedAndDisturbsNothing() throws Exception {
        int before = onHand();
        try (var second = new Program(home)) {
            second.start();
            assertThat(second.awaitEnd()).isNotZero();
            assertThat(second.endOfLog())
                    .contains("uses the data directory " + home, "ONHAND_DATA_DIR");
        }
        sell();
        assertThat(onHand()).isEqualTo(before - 1);
    }

    private void startAgain() throws InterruptedException {
        program.start();
        program.awaitReady();
    }

    private void sell() throws InterruptedException {
        var sale =
                Map.of(
                        "externalId", UUID.randomUUID().toString(),
                        "type", "sale",
                        "location", "LONDON",
                        "occurredAt", new MachineClock().now().toString(),
                        "lines", List.of(Map.of("sku", SKU, "quantity", "1")));
        var events = Map.of("connection", "demo-generic-leaf", "events", List.of(sale));
        assertThat(caller.post("/api/v1/source-events", events).toString()).contains("applied");
    }

    private int onHand() throws InterruptedException {
        return Integer.parseInt(caller.get(LEVEL).get("items").get(0).get("onHand").asString());
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        return Postmaster.of(home.resolve("postgres/data"));
    }
}
