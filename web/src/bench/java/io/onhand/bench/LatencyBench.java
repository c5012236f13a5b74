package io.onhand.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long one event alone takes over HTTP, and how long its bare statements take: one of the one,
 * then one of the other, so that both meet the same machine. Each waits until the one before it is
 * done, or what one is late by would be counted to the other.
 */
@Tag("bench")
class LatencyBench {

    private static final long PAUSE_NANOS = 10_000_000;
    private static final double NANOS_PER_MS = 1e6;
    private static final int WARM_UP = 400;

    /** Events that come one by one are too few to have the program compiled. */
    private static final int LOADED_CLIENTS = 16;

    private static final Duration LOADED_WARM_UP = Duration.ofSeconds(20);

    private final BenchWorld world = BenchWorld.shared();
    private final BenchSize size = BenchSize.get();

    /** What the pairs of a round took. */
    private record Round(long[] http, long[] bare) {

        double timesBare(double share) {
            return Spread.percentile(http, share) / Spread.percentile(bare, share);
        }
    }

    @Test
    void oneEventAloneAgainstItsBareStatements() throws Exception {
        Run.of(world, LOADED_CLIENTS, this::sender, LOADED_WARM_UP);
        var httpSales = new Sales(world.shops(), false, Sales.NONE_REPEATED, 1);
        var bareSales = new Sales(world.shops(), false, Sales.NONE_REPEATED, 2);
        try (Client http = new EventsClient(world.program().port(), httpSales, 1);
                Client bare = new BareStatements(world.server(), bareSales)) {
            round(http, bare, WARM_UP);
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i < size.rounds(); i++) {
                rounds.add(round(http, bare, size.singleEvents()));
            }
            write(rounds);
        }
    }

    private Client sender(int number) throws Exception {
        var sales = new Sales(world.shops(), false, Sales.NONE_REPEATED, 100 + number);
        return new EventsClient(world.program().port(), sales, 1);
    }

    private static Round round(Client http, Client bare, int pairs) throws Exception {
        var round = new Round(new long[pairs], new long[pairs]);
        long planned = System.nanoTime();
        for (int i = 0; i < pairs; i++) {
            planned = Math.max(planned + PAUSE_NANOS, System.nanoTime());
            round.http[i] = at(planned, http);
            planned = Math.max(planned + PAUSE_NANOS, System.nanoTime());
            round.bare[i] = at(planned, bare);
        }
        return round;
    }

    private static long at(long planned, Client client) throws Exception {
        for (long left = planned - System.nanoTime();
                left > 0;
                left = planned - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        client.work();
        return System.nanoTime() - planned;
    }

    private static void write(List<Round> rounds) {
        JsonLines.write(
                "one event alone",
                JsonLines.map(
                        "httpP50Ms", ms(rounds.stream().map(Round::http).toList(), 0.5),
                        "httpP99Ms", ms(rounds.stream().map(Round::http).toList(), 0.99),
                        "bareP50Ms", ms(rounds.stream().map(Round::bare).toList(), 0.5),
                        "bareP99Ms", ms(rounds.stream().map(Round::bare).toList(), 0.99),
                        "timesBareP50",
                                Spread.of(rounds.stream().map(r -> r.timesBare(0.5)).toList()),
                        "events", rounds.stream().mapToInt(r -> r.http().length).sum()));
    }

    private static Spread ms(List<long[]> rounds, double share) {
        return Spread.of(
                rounds.stream()
                        .map(round -> Spread.percentile(round, share) / NANOS_PER_MS)
                        .toList());
    }
}
