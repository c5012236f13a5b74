package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.tenancy.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onhand.testing.PlatformTest;
import onhand.testing.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Lanes of their own over the program's ledger, so that every batch can be watched. */
@PlatformTest
class FairnessTest {

    private static final int LANES = 2;
    private static final int EVENTS = 20_000;

    private final TenantId large = Sent.tenant();
    private final TenantId small = Sent.tenant();
    private final List<LocationId> shops = Stream.generate(Sent::location).limit(4).toList();
    private final List<VariantId> teas = Stream.generate(Sent::variant).limit(500).toList();
    private final List<Batch> batches = Collections.synchronizedList(new ArrayList<>());
    private final BatchWriter program;
    private final Lanes lanes;
    private final StockLedger ledger;

    /** A batch as it went: when, in which lane, and how many lines of the large tenant. */
    private record Batch(String lane, long start, long end, List<Posting> postings) {

        long linesOf(TenantId tenant) {
            return postings.stream().filter(p -> p.tenant().equals(tenant)).count();
        }

        boolean holds(Posting posting) {
            return postings.stream().anyMatch(p -> p == posting);
        }
    }

    private record Sale(Posting posting, long start, long end) {}

    FairnessTest(
            @Autowired BatchWriter program, @Autowired ObjectProvider<MeterRegistry> registries) {
        this.program = program;
        this.lanes =
                new Lanes(
                        this::watched,
                        new LedgerSettings(LANES),
                        new LaneMeters(registries),
                        event -> {});
        this.ledger =
                new StockLedger(
                        lanes,
                        new PostingHere(
                                new HikariDataSource(),
                                new BatchPosting(() -> Instant.EPOCH, () -> Instant.EPOCH)),
                        event -> {});
    }

    private List<Outcome> watched(List<Posting> batch) {
        long start = System.nanoTime();
        List<Outcome> outcomes = program.post(batch);
        batches.add(new Batch(Thread.currentThread().getName(), start, System.nanoTime(), batch));
        return outcomes;
    }

    @AfterEach
    void stop() {
        lanes.stop();
    }

    @Test
    void whoPostsOneEventAtATimeWaitsForTwoBatchesAtMostBehindTwentyThousandOfAnother() {
        lanes.start();
        List<Sale> sales = new ArrayList<>();
        for (int wave = 0; wave < 3; wave++) {
            var flood = CompletableFuture.allOf(flood(wave).toArray(CompletableFuture[]::new));
            while (!flood.isDone()) {
                sales.add(sell(sales.size()));
            }
            flood.join();
        }
        assertThat(sales).hasSizeGreaterThan(20);
        for (Sale sale : sales) {
            Batch own = batchOf(sale);
            assertThat(batchesOfLaneDuring(own.lane(), sale)).isLessThanOrEqualTo(2);
            assertThat(linesAhead(own, sale)).isLessThanOrEqualTo(Turns.BATCH_LINES_MAX);
            assertThat(own.linesOf(large)).isLessThanOrEqualTo(Turns.SHARE_LINES_MAX);
        }
        report(sales);
    }

    private List<CompletableFuture<Outcome>> flood(int wave) {
        return ledger.submit(
                IntStream.range(0, EVENTS)
                        .mapToObj(i -> sale(large, "large " + wave + " " + i, i))
                        .toList());
    }

    private Sale sell(int number) {
        Posting posting = sale(small, "small " + number, number);
        var outcome = ledger.submit(List.of(posting)).getFirst();
        // not before: what a lane does until the sale is in the queue, it does not wait for
        long start = System.nanoTime();
        assertThat(outcome.join()).isInstanceOf(Outcome.Applied.class);
        return new Sale(posting, start, System.nanoTime());
    }

    private Posting sale(TenantId tenant, String document, int i) {
        var line = Sent.change(1, shops.get(i % shops.size()), teas.get(i % teas.size()), -1);
        return Sent.event(tenant, document, 0, MovementType.SALE, Sent.NOON, List.of(line));
    }

    private Batch batchOf(Sale sale) {
        return batches.stream().filter(b -> b.holds(sale.posting())).findFirst().orElseThrow();
    }

    private long batchesOfLaneDuring(String lane, Sale sale) {
        return batches.stream()
                .filter(b -> b.lane().equals(lane))
                .filter(b -> b.end() > sale.start() && b.start() < sale.end())
                .filter(b -> b.holds(sale.posting()) || b.end() <= batchOf(sale).start())
                .count();
    }

    /** What of the large tenant's the lane was posting when the sale came. */
    private long linesAhead(Batch own, Sale sale) {
        return batches.stream()
                .filter(b -> b.lane().equals(own.lane()))
                .filter(b -> b.end() > sale.start() && b.end() <= own.start())
                .mapToLong(b -> b.linesOf(large))
                .sum();
    }

    /** Times are printed, not asserted: they say what a machine was doing, too. */
    private void report(List<Sale> sales) {
        var waits = sales.stream().map(s -> s.end() - s.start()).sorted().toList();
        var times = batches.stream().map(b -> b.end() - b.start()).sorted().toList();
        double wait = p99(waits);
        double batch = p99(times);
        System.out.printf(
                Locale.ROOT,
                "{\"fairness\":{\"sales\":%d,\"waitP50Ms\":%.1f,\"waitP99Ms\":%.1f,"
                        + "\"batches\":%d,\"batchP50Ms\":%.1f,\"batchP99Ms\":%.1f}}%n",
                waits.size(),
                waits.get(waits.size() / 2) / 1e6,
                wait,
                times.size(),
                times.get(times.size() / 2) / 1e6,
                batch);
    }

    private static double p99(List<Long> sorted) {
        return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1) / 1e6;
    }
}
