package io.onhand.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A thousand promises asked for at once over HTTP of two programs that share a database. Neither is
 * a worker, so nothing releases what expired but whoever asks next.
 */
@Tag("fault")
class ParallelPromisesTest {

    private static final int PROMISES = 1_000;
    private static final int UNITS = 10;
    private static final String LOCATION = "FAULT-PROMISE";
    private static final Duration BEFORE = Duration.ofHours(1);
    private static final Duration MOVED = Duration.ofHours(2);
    private static final Duration MOVE_READ_WITHIN = Duration.ofSeconds(60);
    private static final Duration AFTER = Duration.ofHours(3);
    private static final Map<String, String> NO_WORKER = Map.of("ONHAND_ROLES", "web");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    @Test
    void tenUnitsArePromisedTenTimesHoweverManyAskOfWhomever() throws Exception {
        try (var database = new ServerProcess(home.resolve("postgres"));
                var north = new Program(home.resolve("north"), database, NO_WORKER);
                var south = new Program(home.resolve("south"), database, NO_WORKER)) {
            north.start();
            south.start();
            north.awaitReady();
            south.awaitReady();
            List<Program> programs = List.of(north, south);
            var caller = new Caller(programs);
            stock(caller);

            int[] granted = askAtOnce(caller, programs);
            assertThat(granted[0] + granted[1]).isEqualTo(UNITS);
            assertThat(committed(caller, "FAULT-A")).isEqualTo(UNITS);
            assertThat(committed(caller, "FAULT-B")).isEqualTo(granted[1]);

            Instant expired = Instant.now().plus(BEFORE);
            caller.post("/demo/clock", Map.of("advance", MOVED.toString()));
            // on a slow machine the other program reads the clock's move later than it should
            for (Program program : programs) {
                var its = new Caller(List.of(program));
                await().atMost(MOVE_READ_WITHIN).until(() -> now(its).isAfter(expired));
            }
            long asked = System.nanoTime();
            for (int i = 0; i < UNITS; i++) {
                var answer =
                        caller.demand(
                                programs.get(i % 2), "/api/v1/reservations", promise(0, AFTER));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            }
            var took = Duration.ofNanos(System.nanoTime() - asked);
            assertThat(committed(caller, "FAULT-A")).isEqualTo(UNITS);
            assertThat(caller.demand(north, "/api/v1/reservations", promise(0, AFTER)).statusCode())
                    .isEqualTo(409);
            System.out.printf(
                    "parallel promises: %d of one SKU and %d of both granted, %s; after expiry ten"
                            + " more in %d ms%n",
                    granted[0], granted[1], caller.trouble(), took.toMillis());
        }
    }

    private static Instant now(Caller caller) throws InterruptedException {
        return Instant.parse(caller.get("/demo/clock").get("now").asString());
    }

    private static void stock(Caller caller) throws InterruptedException {
        caller.post(
                "/api/v1/locations",
                Map.of("code", LOCATION, "name", LOCATION, "type", "store", "timeZone", "UTC"));
        caller.post(
                "/api/v1/products",
                Map.of(
                        "name",
                        "Promised",
                        "variants",
                        List.of(Map.of("sku", "FAULT-A"), Map.of("sku", "FAULT-B"))));
        var opening =
                Map.of(
                        "externalId",
                        "opening",
                        "type",
                        "count",
                        "location",
                        LOCATION,
                        "occurredAt",
                        "2026-01-01T00:00:00Z",
                        "lines",
                        List.of(line("FAULT-A", UNITS), line("FAULT-B", UNITS)));
        caller.post(
                "/api/v1/source-events",
                Map.of("connection", "demo-generic-leaf", "events", List.of(opening)));
    }

    private static Map<String, String> line(String sku, int quantity) {
        return Map.of("sku", sku, "quantity", Integer.toString(quantity));
    }

    /** How many of the first alone were granted, and how many of both. */
    private static int[] askAtOnce(Caller caller, List<Program> programs) throws Exception {
        var granted = new int[2];
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<HttpResponse<String>>>();
            for (int i = 0; i < PROMISES; i++) {
                Program program = programs.get(i / 2 % 2);
                Map<String, Object> promise = promise(i % 2, BEFORE);
                work.add(() -> caller.demand(program, "/api/v1/reservations", promise));
            }
            List<Future<HttpResponse<String>>> answers = threads.invokeAll(work);
            for (int i = 0; i < PROMISES; i++) {
                var answer = answers.get(i).get();
                assertThat(answer.statusCode()).as(answer.body()).isIn(201, 409);
                granted[i % 2] += answer.statusCode() == 201 ? 1 : 0;
            }
        }
        return granted;
    }

    private static Map<String, Object> promise(int both, Duration until) {
        return Map.of(
                "location",
                LOCATION,
                "owner",
                "a till",
                "expiresAt",
                Instant.now().plus(until).toString(),
                "lines",
                both == 0
                        ? List.of(line("FAULT-A", 1))
                        : List.of(line("FAULT-A", 1), line("FAULT-B", 1)));
    }

    private static int committed(Caller caller, String sku) throws InterruptedException {
        JsonNode page = caller.get("/api/v1/stock-levels?location=" + LOCATION + "&sku=" + sku);
        return Integer.parseInt(page.get("items").get(0).get("committed").asString());
    }
}
