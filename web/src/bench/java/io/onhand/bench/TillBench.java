package io.onhand.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From a sale at a vendor's till to a screen: the vendor tells of an order by its webhooks, Onhand
 * asks the vendor for it, posts it, and the screen hears of it. One sale at a time, nothing else
 * going on.
 */
@Tag("bench")
class TillBench {

    private static final int WARM = 200;
    private static final int SALES = 1_000;
    private static final long HEARD_SECONDS_MAX = 20;
    private static final double NANOS_PER_MS = 1e6;
    private static final String KEY = "oh_demo_leaf_owner";
    private static final String PLACE = "LONDON";
    private static final String SKU = "TEA-EARL-100";
    private static final String SALE =
            "{\"location\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"1\"}]}"
                    .formatted(PLACE, SKU);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Semaphore heard = new Semaphore(0);
    private volatile long heardAt;

    @Test
    void aSaleAtATillUntilItIsOnAScreen() throws Exception {
        try (var server = BenchServer.start();
                var program =
                        BenchProgram.start(server, "bench-till", Map.of("ONHAND_DEMO", "true"))) {
            var screen = new LiveScreen(program.port(), KEY, PLACE, this::hear);
            screen.open(CLIENT);
            sell(program.port(), WARM);
            long[] nanos = sell(program.port(), SALES);
            screen.cut();
            JsonLines.write(
                    "a sale at a till, asked for at the vendor, until it is on a screen",
                    JsonLines.map(
                            "sales", nanos.length,
                            "p50Ms", ms(nanos, 0.5),
                            "p95Ms", ms(nanos, 0.95),
                            "p99Ms", ms(nanos, 0.99)));
        }
    }

    private void hear(String topic, String sku, long version, long nanos) {
        if (sku.equals(SKU)) {
            heardAt = nanos;
            heard.release();
        }
    }

    private long[] sell(int port, int sales) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/demo/till/sales"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(SALE))
                        .build();
        long[] nanos = new long[sales];
        for (int i = 0; i < sales; i++) {
            heard.drainPermits();
            long start = System.nanoTime();
            int status = CLIENT.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 201 || !heard.tryAcquire(HEARD_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IllegalStateException("sale " + i + ": " + status);
            }
            nanos[i] = heardAt - start;
        }
        return nanos;
    }

    private static double ms(long[] nanos, double share) {
        return Spread.rounded(Spread.percentile(nanos, share) / NANOS_PER_MS);
    }
}
