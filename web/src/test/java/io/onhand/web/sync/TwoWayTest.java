package io.onhand.web.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onhand.Application;
import io.onhand.channels.Connection;
import io.onhand.stock.Level;
import io.onhand.stock.MovementType;
import io.onhand.stock.Posting;
import io.onhand.stock.StockLedger;
import io.onhand.stock.StockQueries;
import io.onhand.sync.ReconciliationReport;
import io.onhand.sync.Reconciliations;
import io.onhand.tenancy.BusinessClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import onhand.plugins.standin.StandIn;
import onhand.plugins.standin.TillSale;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Both sides change the same shelves, 40 times a second each, and each is told of the other's
 * changes.
 */
@Tag("tills")
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"onhand.limits=off", "onhand.demo=false", "logging.level.root=warn"})
@ContextConfiguration(initializers = PlatformTest.OnFreshDatabase.class)
class TwoWayTest {

    private static final long SEED = 20_261_129;
    private static final int OF_EACH_SIDE = 5_000;
    private static final int BEFORE = 100_000;
    private static final int TOGETHER = 50;

    /** Between two changes of one side; all of them take about two minutes. */
    private static final Duration PACE = Duration.ofMillis(25);

    /** No more than a guard: how long it took is printed. */
    private static final Duration BOTH_KNOW_MAX = Duration.ofSeconds(30);

    private static final Duration COMPARED_MAX = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(60);
    private static final List<String> SKUS =
            List.of("TEA-EARL-100", "TEA-SENCHA-100", "TEA-MINT-50", "KETTLE-IRON");
    private static final StandIn TILLS = LondonTill.start();

    @Autowired BeanFactory program;
    @Autowired StockLedger ledger;
    @Autowired StockQueries stock;
    @Autowired Reconciliations reconciliations;
    @LocalServerPort int port;

    private final AtomicLongArray expected = new AtomicLongArray(SKUS.size());
    private final AtomicLongArray changes = new AtomicLongArray(SKUS.size());

    @DynamicPropertySource
    static void asksTheStandIn(DynamicPropertyRegistry properties) {
        LondonTill.isAsked(TILLS, properties);
    }

    @AfterAll
    static void close() {
        TILLS.close();
    }

    @Test
    void whatBothSidesDoIsKnownToBothOnceAndThenItIsQuiet() {
        TeaShop shop = TeaShop.open(program);
        adjust(shop, new Random(SEED), SKUS.size(), BEFORE);
        Map<String, String> shown = new HashMap<>();
        SKUS.forEach(sku -> shown.put(sku, Integer.toString(BEFORE)));
        Connection connection = LondonTill.connect(program, port, shop, TILLS, shown);
        assertThat(reconcile(shop, connection).equal()).isEqualTo(SKUS.size());
        var selling = CompletableFuture.runAsync(() -> sell(new Random(SEED)));
        adjust(shop, new Random(SEED), OF_EACH_SIDE, 0);
        selling.join();
        long done = System.nanoTime();
        await().atMost(BOTH_KNOW_MAX).until(() -> isThrough(shop));
        System.out.printf(
                "%d changes of each side: both know all of them %d ms after the last%n",
                OF_EACH_SIDE, (System.nanoTime() - done) / 1_000_000);
        await().atMost(COMPARED_MAX)
                .until(() -> reconcile(shop, connection).equal() == SKUS.size());
        await().during(QUIET).atMost(QUIET_WITHIN).until(() -> isThrough(shop));
        List<String> writes = TILLS.references();
        assertThat(Set.copyOf(writes)).as("each change of ours is told").hasSize(OF_EACH_SIDE);
        assertThat(writes).as("and by one write alone").hasSize(OF_EACH_SIDE);
        assertThat(levels(shop)).as("no echo was posted").isEqualTo(wanted());
    }

    private record Number(String onHand, long version) {}

    private Map<String, Number> wanted() {
        Map<String, Number> wanted = new HashMap<>();
        for (int i = 0; i < SKUS.size(); i++) {
            wanted.put(SKUS.get(i), new Number(Long.toString(expected.get(i)), changes.get(i)));
        }
        return wanted;
    }

    private Map<String, Number> levels(TeaShop shop) {
        return shop.call(() -> stock.levels(Level.Place.START, null, SKUS.size())).stream()
                .collect(
                        Collectors.toMap(
                                Level::sku,
                                level -> new Number(level.onHand().toString(), level.version())));
    }

    private boolean isThrough(TeaShop shop) {
        return TILLS.references().size() == OF_EACH_SIDE && levels(shop).equals(wanted());
    }

    private ReconciliationReport reconcile(TeaShop shop, Connection connection) {
        return shop.call(() -> reconciliations.run(connection));
    }

    private void sell(Random random) {
        long began = System.nanoTime();
        for (int i = 0; i < OF_EACH_SIDE; i++) {
            awaitTurn(began, i);
            int which = random.nextInt(SKUS.size());
            var line = new TillSale.Line(SKUS.get(which), "1");
            TILLS.sell(TillSale.of("LONDON", List.of(line)));
            expected.addAndGet(which, -1);
            changes.incrementAndGet(which);
        }
    }

    /** All levels once to begin with, or many changes of some units each. */
    private void adjust(TeaShop shop, Random random, int count, int units) {
        BusinessClock clock = program.getBean(BusinessClock.class);
        List<Posting> some = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int which = units > 0 ? i : random.nextInt(SKUS.size());
            int change = units > 0 ? units : random.nextInt(5) + 1;
            expected.addAndGet(which, change);
            changes.incrementAndGet(which);
            some.add(
                    Sent.event(
                            shop.tenant(),
                            "change-" + units + "-" + i,
                            0,
                            MovementType.ADJUSTMENT,
                            clock.now(),
                            List.of(
                                    Sent.change(
                                            1,
                                            shop.location("LONDON"),
                                            shop.variant(SKUS.get(which)).id(),
                                            change))));
            if (some.size() == TOGETHER || i == count - 1) {
                awaitTurn(began, i);
                List<Posting> together = List.copyOf(some);
                shop.run(() -> ledger.submit(together).forEach(CompletableFuture::join));
                some.clear();
            }
        }
    }

    private static void awaitTurn(long began, int changes) {
        LockSupport.parkNanos(began + PACE.toNanos() * changes - System.nanoTime());
    }
}
