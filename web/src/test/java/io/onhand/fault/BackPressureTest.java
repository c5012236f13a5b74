package io.onhand.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.fault.Document.Item;
import io.onhand.tenancy.MachineClock;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The ledger stands still, and messages go on coming. */
@Tag("hostile")
class BackPressureTest {

    private static final String LOCATION = "PRESSED";
    private static final String SKU = "PRESSED-TEA";
    private static final int WAITING_MAX = 100;
    private static final int MESSAGES = 200;

    /** Between being read and being posted a message counts twice for a moment. */
    private static final int ACCEPTED_MIN = WAITING_MAX / 2;

    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(240);

    /** Kept when the test fails: the program's log says why. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    private final Set<String> accepted = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();

    @Test
    void whatWasAnswered200IsAppliedAndWhatWasAnswered503IsAbsent() throws Exception {
        Files.createDirectories(home);
        var settings =
                Map.of(
                        "ONHAND_INBOX_WAITING_MAX",
                        Integer.toString(WAITING_MAX),
                        "ONHAND_INBOX_LEASE",
                        "3s");
        try (var database = new ServerProcess(home.resolve("postgres"));
                var program = new Program(home.resolve("program"), database, settings)) {
            program.start();
            program.awaitReady();
            var caller = new Caller(List.of(program));
            var hook = new SignedHook(List.of(program));
            makeShop(caller);
            try (var stopped = database.lock("stock_posting")) {
                assertThat(stopped).isNotNull();
                for (int message = 0; message < MESSAGES; message++) {
                    send(program, hook, message);
                }
                program.kill();
            }
            assertThat(accepted).hasSizeBetween(ACCEPTED_MIN, WAITING_MAX);
            assertThat(refused).contains(id(MESSAGES - 1));
            System.out.printf(
                    "ledger stopped, inbox of %d: %d messages answered 200, %d answered 503%n",
                    WAITING_MAX, accepted.size(), refused.size());
            program.start();
            program.awaitReady();
            awaitDrained(caller);
            assertThat(posted(caller)).isEqualTo(accepted);
            sendAgain(hook);
            awaitDrained(caller);
            assertThat(posted(caller)).hasSize(MESSAGES).containsAll(refused);
            assertThat(caller.forbidden()).isEmpty();
        }
    }

    private static void makeShop(Caller caller) throws InterruptedException {
        caller.post(
                "/api/v1/locations",
                Map.of("code", LOCATION, "name", LOCATION, "type", "store", "timeZone", "UTC"));
        caller.post(
                "/api/v1/products",
                Map.of("name", "Pressed", "variants", List.of(Map.of("sku", SKU))));
    }

    private void send(Program program, SignedHook hook, int message) throws Exception {
        HttpResponse<Void> answer = hook.sendOnce(program, id(message), List.of(sale(message)));
        switch (answer.statusCode()) {
            case 200 -> accepted.add(id(message));
            case 503 -> {
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                refused.add(id(message));
            }
            default -> throw new AssertionError("answered " + answer.statusCode());
        }
    }

    private void sendAgain(SignedHook hook) throws InterruptedException {
        for (String id : refused) {
            hook.send(List.of(sale(Integer.parseInt(id.substring(2)))));
        }
    }

    private static String id(int message) {
        return "P-" + message;
    }

    private static Document sale(int message) {
        return new Document(
                id(message),
                0,
                "sale",
                LOCATION,
                new MachineClock().now().minusSeconds(60),
                List.of(new Item(SKU, BigDecimal.ONE)));
    }

    private static void awaitDrained(Caller caller) throws InterruptedException {
        long end = System.nanoTime() + DRAINED_WITHIN.toNanos();
        while (!caller.get("/api/v1/deliveries?state=waiting&limit=1").get("items").isEmpty()) {
            assertThat(System.nanoTime()).as("not drained").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static Set<String> posted(Caller caller) throws InterruptedException {
        String path = "/api/v1/movements?limit=200&location=" + LOCATION + "&sku=" + SKU;
        return caller.all(path).stream()
                .map(movement -> movement.get("externalId").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
