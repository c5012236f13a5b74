package io.onhand.fault;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeMap;
import onhand.plugins.square.standin.Goods;
import onhand.plugins.square.standin.SquareStandIn;
import onhand.plugins.square.standin.StandInSettings;
import onhand.plugins.square.standin.Subscription;
import onhand.plugins.standin.DemoConnection;
import onhand.plugins.standin.StandInMaker;

/**
 * The vendor of the demo's tills, in this process, so that it outlives the program that asks it.
 *
 * @param port of the program that it tells
 */
record TillVendor(SquareStandIn square, DemoConnection connection, int port)
        implements AutoCloseable {

    private static final String PUBLIC_URL = "http://onhand.test";
    private static final int ARTICLES = 20;
    private static final int REQUESTS_PER_SECOND = 1_000;

    /** Minutes between retries become tenths of seconds. */
    private static final int RETRY_SCALE = 600;

    static TillVendor start(Path directory) throws IOException {
        DemoConnection connection =
                ServiceLoader.load(StandInMaker.class).findFirst().orElseThrow().connection();
        var settings =
                StandInSettings.of(
                                directory,
                                Clock.systemUTC(),
                                Objects.requireNonNull(connection.settings().get("merchant")),
                                Objects.requireNonNull(connection.secrets().get("accessToken")))
                        .withRequestsPerSecond(REQUESTS_PER_SECOND)
                        .withRetryScale(RETRY_SCALE);
        try (var free = new ServerSocket(0)) {
            return new TillVendor(SquareStandIn.start(settings), connection, free.getLocalPort());
        }
    }

    /** With which the program asks it instead of the vendor's own host. */
    Map<String, String> settings() {
        String plugin = connection.plugin().toUpperCase(Locale.ROOT);
        return Map.of(
                "SERVER_PORT",
                Integer.toString(port),
                "ONHAND_PUBLIC_URL",
                PUBLIC_URL,
                "ONHAND_CONNECTORS_" + plugin + "_BASE_URL",
                square.address().toString());
    }

    /** A path of its connection. */
    String path(String rest) {
        return "/api/v1/connections/" + connection.code() + rest;
    }

    /** Fills its shelves with what Onhand has, and begins to tell; the SKUs. */
    List<String> open(Caller caller) throws InterruptedException {
        List<String> skus = new ArrayList<>();
        caller.get("/api/v1/variants?limit=" + ARTICLES)
                .get("items")
                .forEach(one -> skus.add(one.get("sku").asString()));
        var office = square.backOffice();
        office.goods(skus.stream().map(sku -> new Goods(sku, sku, null, true, 100)).toList());
        Map<String, String> levels = TillKillsTest.levels(caller, skus);
        for (String shop : TillKillsTest.SHOPS) {
            office.location("L-" + shop, shop, "Europe/London", "GBP");
            Map<String, String> shelf = new HashMap<>();
            for (String sku : skus) {
                String onHand = Objects.requireNonNull(levels.get(shop + " " + sku));
                shelf.put(Goods.variation(sku), onHand);
            }
            office.ownShelves("L-" + shop, shelf);
        }
        String hook = "/hooks/" + connection.code();
        square.subscribe(
                new Subscription(
                        PUBLIC_URL + hook,
                        connection.signing(),
                        URI.create("http://127.0.0.1:" + port + hook)));
        return skus;
    }

    /** What it takes its stock to be. */
    Map<String, String> counts(List<String> skus) {
        Map<String, String> counts = new TreeMap<>();
        for (String shop : TillKillsTest.SHOPS) {
            for (String sku : skus) {
                String count = square.backOffice().count("L-" + shop, Goods.variation(sku));
                counts.put(shop + " " + sku, count);
            }
        }
        return counts;
    }

    @Override
    public void close() {
        square.close();
    }
}
