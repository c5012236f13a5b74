package io.onhand.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.fault.Document.Item;
import io.onhand.fault.Trap.Point;
import io.onhand.tenancy.MachineClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The program dies at each point of a message's way, from its storing to what follows from its
 * posting. Whatever it had done, all arrives, once.
 */
@Tag("hostile")
class CrashPointsTest {

    private static final String LOCATION = "CRASH";
    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(180);

    /** By what is done when the program dies. */
    private static final Map<String, Point> POINTS = points();

    /** Kept when the test fails: the program's log says why. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    private static Map<String, Point> points() {
        var points = new LinkedHashMap<String, Point>();
        points.put("STORED", after("io.onhand.inbox.DeliveryDoorStatements", "insert"));
        points.put("LEASED", before("io.onhand.inbox.ReadStage", "handle"));
        points.put("UNDERSTOOD", before("io.onhand.inbox.WorkStatements", "addDocuments"));
        points.put("COMMITTED", before("io.onhand.stock.WaitingRoom", "posted"));
        points.put("POSTED", before("io.onhand.inbox.Outcomes", "note"));
        points.put("CONSUMED", before("io.onhand.relay.RelayMeters", "taken"));
        return points;
    }

    private static Point after(String type, String method) {
        return new Point(type, method, true);
    }

    private static Point before(String type, String method) {
        return new Point(type, method, false);
    }

    @Test
    void whereverTheProgramDiesAllArrivesOnce() throws Exception {
        Files.createDirectories(home);
        int port = freePort();
        var settings =
                Map.of(
                        "ONHAND_JAVA_OPTS",
                        "-Xmx512m " + Trap.option(port),
                        "ONHAND_INBOX_LEASE",
                        "3s");
        try (var database = new ServerProcess(home.resolve("postgres"));
                var program = new Program(home.resolve("program"), database, settings);
                var sender = Executors.newSingleThreadExecutor()) {
            program.start();
            program.awaitReady();
            var caller = new Caller(List.of(program));
            var hook = new SignedHook(List.of(program));
            makeShop(caller);
            for (var point : POINTS.entrySet()) {
                long began = System.nanoTime();
                Document sale = sale(point.getKey());
                var trap = Trap.set(port, point.getValue());
                Future<?> sent = send(sender, hook, sale);
                trap.awaitSprung();
                program.kill();
                program.start();
                program.awaitReady();
                sent.get();
                awaitArrived(caller, point.getKey());
                System.out.printf(
                        "killed when %s: all there after %d ms%n",
                        point.getKey(), (System.nanoTime() - began) / 1_000_000);
            }
            assertAllArrivedOnce(caller);
        }
    }

    private static Future<?> send(ExecutorService sender, SignedHook hook, Document sale) {
        Callable<Document> task =
                () -> {
                    hook.send(List.of(sale));
                    return sale;
                };
        return sender.submit(task);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void makeShop(Caller caller) throws InterruptedException {
        caller.post(
                "/api/v1/locations",
                Map.of("code", LOCATION, "name", LOCATION, "type", "store", "timeZone", "UTC"));
        var variants = POINTS.keySet().stream().map(sku -> Map.of("sku", sku)).toList();
        caller.post("/api/v1/products", Map.of("name", "Crash", "variants", variants));
    }

    private static Document sale(String sku) {
        return new Document(
                "crash-" + sku,
                0,
                "sale",
                LOCATION,
                new MachineClock().now().minusSeconds(60),
                List.of(new Item(sku, BigDecimal.ONE)));
    }

    /** Its level, the outcome of its delivery, and what follows from the level. */
    private static void awaitArrived(Caller caller, String sku) throws InterruptedException {
        long end = System.nanoTime() + DRAINED_WITHIN.toNanos();
        while (!isEmpty(caller, "/api/v1/deliveries?state=waiting&limit=1")
                || movements(caller, sku).isEmpty()
                || shortfalls(caller, sku) == 0) {
            assertThat(System.nanoTime()).as("%s did not arrive", sku).isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static void assertAllArrivedOnce(Caller caller) throws InterruptedException {
        for (String sku : POINTS.keySet()) {
            List<JsonNode> movements = movements(caller, sku);
            assertThat(movements).as("movements when killed at %s", sku).hasSize(1);
            assertThat(movements.getFirst().get("balanceAfter").asString()).isEqualTo("-1");
            assertThat(movements.getFirst().get("delivery").asString()).isNotEmpty();
            assertThat(shortfalls(caller, sku)).as("exceptions at %s", sku).isEqualTo(1);
        }
        assertThat(caller.all("/api/v1/deliveries?state=exception&limit=200")).isEmpty();
        assertThat(caller.post("/api/v1/ledger-audits", Map.of()).get("mismatches")).isEmpty();
        assertThat(caller.forbidden()).isEmpty();
    }

    private static List<JsonNode> movements(Caller caller, String sku) throws InterruptedException {
        return caller.all("/api/v1/movements?location=" + LOCATION + "&sku=" + sku);
    }

    private static long shortfalls(Caller caller, String sku) throws InterruptedException {
        return caller.all("/api/v1/exceptions?kind=negative-stock&limit=200").stream()
                .filter(e -> e.get("subject").asString().equals(LOCATION + "/" + sku))
                .count();
    }

    private static boolean isEmpty(Caller caller, String path) throws InterruptedException {
        return caller.get(path).get("items").isEmpty();
    }
}
