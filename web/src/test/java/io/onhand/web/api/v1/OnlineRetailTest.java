package io.onhand.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.catalog.Catalog;
import io.onhand.catalog.ProductOutcome;
import io.onhand.identity.Role;
import io.onhand.web.api.v1.OnlineRetail.Place;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onhand.testing.TeaShop;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Five real trading days of a retailer come out right, in order and in any order. */
@WebTest
class OnlineRetailTest {

    private static final Logger log = LoggerFactory.getLogger(OnlineRetailTest.class);
    private static final long SEED = 20_101_201;
    private static final int SENDERS = 8;

    @LocalServerPort int port;
    @Autowired BeanFactory program;
    @Autowired Catalog catalog;

    private final OnlineRetail retail = OnlineRetail.read();
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private Till till;

    @BeforeEach
    void openShop() {
        var shop = TeaShop.open(program);
        till = Till.of(program, port, shop, Role.OWNER);
        retail.products()
                .forEach(
                        product ->
                                assertThat(shop.call(() -> catalog.create(product)))
                                        .isInstanceOf(ProductOutcome.Done.class));
    }

    @Test
    void inOrderEveryLevelIsThePlainSum() {
        long start = System.nanoTime();
        for (List<String> request : requests(retail.events(), new Random(SEED))) {
            send(request);
        }
        report("in order", start);
        assertThat(outcomes).isEqualTo(Map.of("applied", 512));
        assertLevels();
    }

    @Test
    void shuffledAndRepeatedByManySendersEveryLevelIsThePlainSum() throws Exception {
        var random = new Random(SEED);
        List<String> events = new ArrayList<>();
        for (String event : retail.events()) {
            events.addAll(Collections.nCopies(random.nextInt(1, 4), event));
        }
        Collections.shuffle(events, random);
        List<Callable<Void>> sending =
                requests(events, random).stream()
                        .<Callable<Void>>map(request -> () -> send(request))
                        .toList();
        long start = System.nanoTime();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            for (Future<Void> sent : senders.invokeAll(sending)) {
                sent.get();
            }
        }
        report("shuffled, by " + SENDERS + " senders", start);
        assertThat(outcomes).isEqualTo(Map.of("applied", 512, "duplicate", events.size() - 512));
        assertLevels();
    }

    /** One to fifty events in each. */
    private static List<List<String>> requests(List<String> events, Random random) {
        List<List<String>> requests = new ArrayList<>();
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + random.nextInt(1, 51));
            requests.add(events.subList(from, to));
            from = to;
        }
        return requests;
    }

    private Void send(List<String> request) {
        till.results(request.toArray(String[]::new))
                .forEach(
                        result ->
                                outcomes.merge(result.get("outcome").asString(), 1, Integer::sum));
        return null;
    }

    private void assertLevels() {
        Map<Place, Long> levels = levels();
        assertThat(levels).isEqualTo(retail.levels());
        assertThat(levels.keySet().stream().map(Place::sku).distinct()).hasSize(2_015);
        assertThat(levels.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(-78_286);
        var audit = till.api().post("/api/v1/ledger-audits", "{}").json();
        assertThat(audit.get("mismatches")).isEmpty();
        for (String sku : List.of("85123A", "22423", "84077")) {
            var explained =
                    till.api().get("/api/v1/stock-levels/explanation?location=LONDON&sku=" + sku);
            assertThat(explained.json().get("equal").asBoolean()).isTrue();
        }
    }

    /** All levels, page by page. */
    private Map<Place, Long> levels() {
        Map<Place, Long> levels = new HashMap<>();
        String cursor = "";
        do {
            var page = till.api().get("/api/v1/stock-levels?limit=200" + cursor).json();
            for (var item : page.get("items")) {
                levels.put(
                        new Place(item.get("sku").asString(), item.get("location").asString()),
                        Long.valueOf(item.get("onHand").asString()));
            }
            var next = page.get("nextCursor");
            cursor =
                    next.isNull()
                            ? ""
                            : "&cursor="
                                    + URLEncoder.encode(next.asString(), StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return levels;
    }

    private void report(String how, long start) {
        var took = Duration.ofNanos(System.nanoTime() - start);
        log.warn("10,000 lines of 512 invoices, {}: {} in {} ms", how, outcomes, took.toMillis());
    }
}
