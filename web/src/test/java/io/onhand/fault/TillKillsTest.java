package io.onhand.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import onhand.plugins.square.standin.Goods;
import onhand.plugins.square.standin.SoldLine;
import onhand.plugins.square.standin.Till;
import onhand.plugins.square.standin.Trouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A month's worth of orders at a vendor's tills, edited, returned and voided, told by webhooks that
 * come several times, late, in any order or not at all, to a program that is killed three times:
 * after one reconciliation both have the same stock, and nothing was counted twice.
 */
@Tag("tills")
class TillKillsTest {

    private static final int ORDERS = 2_000;
    private static final int KILLS = 3;
    private static final long SEED = 20_261_129;
    private static final Duration QUIET_WITHIN = Duration.ofMinutes(6);
    private static final Duration DISORDER = Duration.ofSeconds(3);
    static final List<String> SHOPS = List.of("LONDON", "PARIS", "NEWYORK");

    private final Random random = new Random(SEED);

    /** Kept when the test fails: the program's log says why. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    @Test
    void afterOneReconciliationBothHaveTheSameStock() throws Exception {
        try (var vendor = TillVendor.start(home.resolve("vendor"));
                var database = new ServerProcess(home.resolve("postgres"));
                var program = new Program(home.resolve("program"), database, vendor.settings())) {
            program.start();
            program.awaitReady();
            var caller = new Caller(List.of(program));
            List<String> articles = vendor.open(caller);
            trade(vendor, program, articles);
            vendor.square().trouble(Trouble.NONE);
            awaitQuiet(vendor, caller);
            caller.post(vendor.path("/reconciliations"), Map.of());
            awaitQuiet(vendor, caller);

            assertThat(levels(caller, articles)).isEqualTo(vendor.counts(articles));
            assertThat(caller.post("/api/v1/ledger-audits", Map.of()).get("mismatches")).isEmpty();
            assertThat(postedTwice(caller, articles)).isEmpty();
        }
    }

    private void trade(TillVendor vendor, Program program, List<String> articles) throws Exception {
        vendor.square().trouble(new Trouble(4, DISORDER, 5));
        var customers = new Customers(vendor.square().till(), articles, random);
        for (int order = 0; order < ORDERS; order++) {
            customers.buy(SHOPS.get(random.nextInt(SHOPS.size())));
            if (order % (ORDERS / (KILLS + 1)) == ORDERS / (KILLS + 1) - 1
                    && order < ORDERS - KILLS) {
                program.kill();
                program.start();
                program.awaitReady();
            }
        }
        customers.finish();
    }

    /** All webhooks arrived, and nothing waits. */
    private static void awaitQuiet(TillVendor vendor, Caller caller) throws InterruptedException {
        long end = System.nanoTime() + QUIET_WITHIN.toNanos();
        while (vendor.square().hooksWaiting() > 0
                || !caller.get("/api/v1/deliveries?state=waiting&limit=1").get("items").isEmpty()) {
            assertThat(System.nanoTime()).as("not quiet").isLessThan(end);
            Thread.sleep(200);
        }
    }

    /** What Onhand has of each article in each shop. */
    static Map<String, String> levels(Caller caller, List<String> articles)
            throws InterruptedException {
        Map<String, String> levels = new TreeMap<>();
        for (String shop : SHOPS) {
            for (String sku : articles) {
                JsonNode level =
                        caller.get("/api/v1/stock-levels?sku=%s&location=%s".formatted(sku, shop))
                                .get("items")
                                .get(0);
                levels.put(shop + " " + sku, level.get("onHand").asString());
            }
        }
        return levels;
    }

    /** Versions of orders that more than one posting holds. */
    private static List<String> postedTwice(Caller caller, List<String> articles)
            throws InterruptedException {
        List<String> twice = new ArrayList<>();
        Map<String, String> postings = new HashMap<>();
        for (String sku : articles) {
            for (JsonNode one : caller.all("/api/v1/movements?limit=200&sku=" + sku)) {
                String version = one.get("externalId").asString("") + " " + one.get("revision");
                String posting = one.get("posting").asString();
                boolean isOrder = version.startsWith("ORDER-");
                if (isOrder && !postings.computeIfAbsent(version, _ -> posting).equals(posting)) {
                    twice.add(version);
                }
            }
        }
        return twice;
    }

    /**
     * People at the tills; every fifth order is edited, every tenth comes back, some are voided.
     */
    private static final class Customers {

        private final Till till;
        private final List<String> articles;
        private final Random random;

        Customers(Till till, List<String> articles, Random random) {
            this.till = till;
            this.articles = articles;
            this.random = random;
        }

        void buy(String shop) {
            String order = till.sell("L-" + shop, lines());
            int chance = random.nextInt(100);
            if (chance < 20) {
                for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
                    till.edit(order, lines());
                }
            } else if (chance < 30) {
                till.refund(order, List.of());
            } else if (chance < 35) {
                till.cancel(order);
            }
            if (random.nextInt(100) == 0) {
                till.recount("L-" + shop, article(), Integer.toString(random.nextInt(50)));
            }
        }

        /** Something is typed at the till last of all. */
        void finish() {
            till.lose("L-LONDON", article(), "1");
        }

        private List<SoldLine> lines() {
            List<SoldLine> lines = new ArrayList<>();
            for (int line = 1 + random.nextInt(3); line > 0; line--) {
                lines.add(new SoldLine(article(), Integer.toString(1 + random.nextInt(3))));
            }
            return lines;
        }

        private String article() {
            return Goods.variation(articles.get(random.nextInt(articles.size())));
        }
    }
}
