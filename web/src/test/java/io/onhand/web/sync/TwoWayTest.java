package io.onhand.web.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.onhand.Application;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionCreation;
import io.onhand.channels.Connections;
import io.onhand.channels.HookKey;
import io.onhand.channels.NewConnection;
import io.onhand.channels.Secrets;
import io.onhand.stock.Level;
import io.onhand.stock.MovementType;
import io.onhand.stock.Posting;
import io.onhand.stock.StockLedger;
import io.onhand.stock.StockQueries;
import io.onhand.sync.ReconciliationReport;
import io.onhand.sync.Reconciliations;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.MachineClock;
import io.onhand.web.start.PublicUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import onhand.plugins.standin.StandIn;
import onhand.plugins.standin.StandInMaker;
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

    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final List<String> SKUS =
            List.of("TEA-EARL-100", "TEA-SENCHA-100", "TEA-MINT-50", "KETTLE-IRON");
    private static final StandInMaker MAKER =
            ServiceLoader.load(StandInMaker.class).findFirst().orElseThrow();
    private static final StandIn TILLS = MAKER.start(folder(), 0, new MachineClock()::now);

    @Autowired BeanFactory program;
    @Autowired StockLedger ledger;
    @Autowired StockQueries stock;
    @Autowired Connections connections;
    @Autowired Reconciliations reconciliations;
    @Autowired MeterRegistry meters;
    @Autowired PublicUrl url;
    @LocalServerPort int port;

    private final AtomicLongArray expected = new AtomicLongArray(SKUS.size());
    private final AtomicLongArray changes = new AtomicLongArray(SKUS.size());

    private static Path folder() {
        try {
            return Files.createTempDirectory("tills");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void asksTheStandIn(DynamicPropertyRegistry properties) {
        properties.add(
                "onhand.connectors." + MAKER.connection().plugin() + ".base.url",
                () -> TILLS.address().toString());
    }

    @AfterAll
    static void close() {
        TILLS.close();
    }

    @Test
    void whatBothSidesDoIsKnownToBothOnceAndThenItIsQuiet() {
        TeaShop shop = TeaShop.open(program);
        adjust(shop, new Random(SEED), SKUS.size(), BEFORE);
        Connection connection = connect(shop);
        assertThat(reconcile(shop, connection).equal()).isEqualTo(SKUS.size());
        var selling = CompletableFuture.runAsync(() -> sell(new Random(SEED)));
        adjust(shop, new Random(SEED), OF_EACH_SIDE, 0);
        selling.join();
        long done = System.nanoTime();
        await().atMost(PATIENCE).until(() -> isThrough(shop));
        System.out.printf(
                "%d changes of each side: both know all of them %d ms after the last%n",
                OF_EACH_SIDE, (System.nanoTime() - done) / 1_000_000);
        await().atMost(PATIENCE).until(() -> reconcile(shop, connection).equal() == SKUS.size());
        await().during(QUIET).atMost(QUIET.multipliedBy(2)).until(() -> isThrough(shop));
        assertThat(told()).as("at most one write for each change of ours").isEqualTo(OF_EACH_SIDE);
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
        return told() >= OF_EACH_SIDE && levels(shop).equals(wanted());
    }

    private long told() {
        return (long) meters.get("onhand.sync.told").counter().count();
    }

    private ReconciliationReport reconcile(TeaShop shop, Connection connection) {
        return shop.call(() -> reconciliations.run(connection));
    }

    private Connection connect(TeaShop shop) {
        var demo = MAKER.connection();
        TILLS.setUp(
                List.of(new StandIn.Place("LONDON", "London", "Europe/London")),
                SKUS.stream().map(sku -> new StandIn.Article(sku, sku, "")).toList(),
                Map.of(
                        "LONDON",
                        SKUS.stream()
                                .collect(
                                        Collectors.toMap(
                                                Function.identity(),
                                                _ -> Integer.toString(BEFORE)))));
        var wanted =
                new NewConnection(
                        demo.code(),
                        demo.plugin(),
                        demo.name(),
                        Connection.Mode.LIVE,
                        Connection.Match.SKU,
                        false,
                        demo.settings(),
                        new HookKey(demo.code()),
                        new Secrets(demo.secrets()),
                        Map.of(MAKER.place("LONDON"), shop.location("LONDON")));
        var made = shop.call(() -> connections.create(wanted));
        String hook = "/hooks/" + demo.code();
        TILLS.tell(
                url.value() + hook, demo.signing(), URI.create("http://127.0.0.1:" + port + hook));
        return ((ConnectionCreation.Created) made).connection().connection();
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
