package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.tenancy.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onhand.testing.Sent;
import onhand.testing.TwoNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Two programs of two lanes each, all on the same few levels. */
class HotLevelsTest {

    private static final int TEAS = 20;
    private static final int SENDERS = 8;
    private static final int REQUESTS = 200;
    private static final int EVENTS = 4;
    private static final int LINES = 3;

    private static TwoNodes nodes;

    private final TenantId tenant = Sent.tenant();
    private final List<VariantId> teas = Stream.generate(Sent::variant).limit(TEAS).toList();

    /** In both of them every tea is sold, so that all lanes of a program are busy. */
    private final List<LocationId> shops = Stream.generate(Sent::location).limit(2).toList();

    private final LongAdder sold = new LongAdder();

    @BeforeAll
    static void start() {
        nodes = TwoNodes.start();
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Test
    @DisabledIfSystemProperty(
            named = "onhand.test.faults",
            matches = ".+",
            disabledReason = "every batch is tried again then")
    void fewerThanOneBatchInAHundredIsTriedAgain() throws Exception {
        open();
        List<Future<?>> senders = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
            for (int sender = 0; sender < SENDERS; sender++) {
                int number = sender;
                senders.add(threads.submit(() -> trade(number)));
            }
        }
        for (Future<?> sender : senders) {
            sender.get();
        }
        double retries = sum("onhand.ledger.retries");
        double batches = sum("onhand.ledger.batch.lines");
        System.out.printf(
                Locale.ROOT,
                "{\"hotLevels\":{\"batches\":%.0f,\"retries\":%.0f}}%n",
                batches,
                retries);
        assertThat(batches).isGreaterThan(200);
        assertThat(retries / batches).isLessThan(0.01);
        assertThat(onHand()).isEqualTo(Quantity.ofUnits(-sold.sum()).millionths());
        proof().check(tenant);
    }

    private void open() {
        List<Line> lines = new ArrayList<>();
        for (LocationId shop : shops) {
            teas.forEach(tea -> lines.add(Sent.count(lines.size() + 1, shop, tea, 0)));
        }
        Instant before = Sent.NOON.minusSeconds(3_600);
        nodes.bean(0, StockLedger.class)
                .post(Sent.event(tenant, "opening", 0, MovementType.COUNT, before, lines));
    }

    private long onHand() {
        return shops.stream()
                .flatMap(shop -> teas.stream().map(tea -> new LevelKey(tenant, shop, tea)))
                .mapToLong(level -> proof().level(level).balances().onHand())
                .sum();
    }

    private static LedgerProofQueries proof() {
        return nodes.bean(0, LedgerProofQueries.class);
    }

    /** One request after the other, each to the other program. */
    private void trade(int sender) {
        for (int request = 0; request < REQUESTS; request++) {
            StockLedger ledger = nodes.bean(sender + request, StockLedger.class);
            String name = sender + "/" + request + "/";
            var outcomes =
                    ledger.submit(
                            IntStream.range(0, EVENTS).mapToObj(i -> sale(name + i)).toList());
            assertThat(outcomes)
                    .extracting(CompletableFuture::join)
                    .hasOnlyElementsOfType(Outcome.Applied.class);
            sold.add(EVENTS * LINES);
        }
    }

    /** Of teas in an order that no other sale has to have. */
    private Posting sale(String id) {
        int first = Math.floorMod(id.hashCode(), TEAS);
        LocationId shop = shops.get(first % shops.size());
        List<Line> lines =
                IntStream.rangeClosed(1, LINES)
                        .mapToObj(no -> Sent.change(no, shop, tea(first - 7 * no), -1))
                        .toList();
        return Sent.event(tenant, id, 0, MovementType.SALE, Sent.NOON, lines);
    }

    private VariantId tea(int place) {
        return teas.get(Math.floorMod(place, TEAS));
    }

    private static double sum(String meter) {
        double sum = 0;
        for (int node = 0; node < 2; node++) {
            MeterRegistry meters = nodes.bean(node, MeterRegistry.class);
            for (Meter one : meters.find(meter).meters()) {
                for (Measurement measured : one.measure()) {
                    sum += measured.getStatistic() == Statistic.COUNT ? measured.getValue() : 0;
                }
            }
        }
        return sum;
    }
}
