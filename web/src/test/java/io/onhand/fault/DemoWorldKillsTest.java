package io.onhand.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demo world is made once, whoever makes it and whoever dies. */
@Tag("fault")
class DemoWorldKillsTest {

    private static final int MOVEMENTS_AT_KILL = 3_000;
    private static final Duration BOTH_MADE_WITHIN = Duration.ofMinutes(10);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    /** A world ends with the day before it was made: both are made on one day. */
    @BeforeEach
    void awaitTheNextDayWhenThisOneIsNearlyOver() throws InterruptedException {
        Instant now = Instant.now();
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        Duration left = Duration.between(now, midnight);
        if (left.compareTo(BOTH_MADE_WITHIN) < 0) {
            Thread.sleep(left);
        }
    }

    @Test
    void aWorldMadeByTwoThatAreKilledIsThatOfOneThatIsNot() throws Exception {
        assertThat(madeUnderKills()).isEqualTo(madeInPeace());
    }

    private World madeInPeace() throws Exception {
        try (var database = new ServerProcess(home.resolve("peace"));
                var program = new Program(home.resolve("alone"), database)) {
            program.start();
            program.awaitReady();
            return World.of(new Caller(List.of(program)));
        }
    }

    private World madeUnderKills() throws Exception {
        try (var database = new ServerProcess(home.resolve("kills"));
                var north = new Program(home.resolve("north"), database);
                var south = new Program(home.resolve("south"), database)) {
            north.start();
            south.start();
            awaitMovements(database, MOVEMENTS_AT_KILL);
            north.kill();
            south.kill();
            north.start();
            south.start();
            north.awaitReady();
            south.awaitReady();
            return World.of(new Caller(List.of(north, south)));
        }
    }

    private static void awaitMovements(ServerProcess database, int wanted)
            throws InterruptedException, SQLException {
        long end = System.nanoTime() + Program.READY_WAIT.toNanos();
        while (database.count("stock_movement") < wanted) {
            assertThat(System.nanoTime()).as("no %s movements came", wanted).isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** What one can see of it, times left aside. */
    private record World(JsonNode audit, Map<String, String> levels) {

        static World of(Caller caller) throws InterruptedException {
            var levels = new TreeMap<String, String>();
            for (JsonNode level : caller.all("/api/v1/stock-levels?limit=200")) {
                levels.put(
                        level.get("location").asString() + " " + level.get("sku").asString(),
                        level.get("onHand").asString() + " @" + level.get("version"));
            }
            return new World(caller.post("/api/v1/ledger-audits", Map.of()), levels);
        }
    }
}
