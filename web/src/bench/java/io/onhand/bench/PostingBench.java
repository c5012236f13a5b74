package io.onhand.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.stock.StockLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Events a second: through the API with 200 events a request and with one, the naive way, and bare
 * COPY; each round runs every case once, in another order.
 */
@Tag("bench")
class PostingBench {

    private static final int NAIVE_CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    /**
     * The program compiles and remembers names while it runs; one event a request is slow at it.
     */
    private static final Duration API_WARM_UP = Duration.ofSeconds(10);

    private final BenchWorld world = BenchWorld.shared();
    private final BenchSize size = BenchSize.get();
    private int seed;

    /** A way to post, and the keys it posts to. */
    private record Case(String way, String keys, int clients, Client.Maker maker) {

        String naive() {
            return "naive/" + keys;
        }

        String name() {
            return way + "/" + keys;
        }
    }

    @Test
    void eventsASecondAgainstTheNaiveWay() throws Exception {
        List<Case> cases = wanted();
        for (Case each : cases) {
            boolean api = each.way().startsWith("api");
            Run.of(world, each.clients(), each.maker(), api ? API_WARM_UP : WARM_UP);
        }
        List<Map<String, Run>> rounds = new ArrayList<>();
        for (int i = 0; i < size.rounds(); i++) {
            rounds.add(round(cases, new Random(i)));
        }
        cases.forEach(each -> write(each, rounds));
        Map<String, Long> broken = broken();
        JsonLines.write("laws", broken);
        assertThat(broken.values()).containsOnly(0L);
    }

    /**
     * {@code -Dbench.only=api-200.*} runs these and what they are compared with; {@code ledger.*},
     * only when asked for, posts by the module's door inside this process.
     */
    private List<Case> wanted() {
        String only = System.getProperty("bench.only", "(api|copy).*");
        List<Case> cases = new ArrayList<>();
        for (boolean hot : List.of(false, true)) {
            cases.addAll(cases(hot));
        }
        if ("ledger".matches(only)) {
            StockLedger ledger = Doors.open(world.server()).bean(StockLedger.class);
            cases.addAll(ledgerCases(false, ledger));
            cases.addAll(ledgerCases(true, ledger));
        }
        cases.add(new Case("copy", "uniform", 1, this::copy));
        cases.removeIf(each -> !each.way().matches("naive|" + only));
        return cases;
    }

    private List<Case> ledgerCases(boolean hot, StockLedger ledger) {
        String keys = hot ? "hot" : "uniform";
        return List.of(
                new Case("ledger-200-at-8", keys, 8, n -> ledger(ledger, hot, 200)),
                new Case("ledger-1-at-64", keys, 64, n -> ledger(ledger, hot, 1)));
    }

    private Client ledger(StockLedger ledger, boolean hot, int events) {
        return new LedgerClient(ledger, sales(hot), events);
    }

    private List<Case> cases(boolean hot) {
        String keys = hot ? "hot" : "uniform";
        return List.of(
                new Case("naive", keys, NAIVE_CLIENTS, number -> naive(hot)),
                new Case("api-200-at-8", keys, 8, number -> api(hot, 200)),
                new Case("api-1-at-8", keys, 8, number -> api(hot, 1)),
                new Case("api-1-at-64", keys, 64, number -> api(hot, 1)));
    }

    private Client naive(boolean hot) throws Exception {
        return new NaiveStatements(world.server(), sales(hot));
    }

    private Client api(boolean hot, int events) throws Exception {
        return new EventsClient(world.program().port(), sales(hot), events);
    }

    private Sales sales(boolean hot) {
        return new Sales(world.shops(), hot, Sales.SOME_REPEATED, seed++);
    }

    private Client copy(int number) throws Exception {
        return new CopyStatements(
                world.server(),
                world.copied(),
                new Sales(List.of(world.copied()), false, Sales.NONE_REPEATED, seed++));
    }

    private Map<String, Run> round(List<Case> cases, Random order) throws Exception {
        List<Case> shuffled = new ArrayList<>(cases);
        Collections.shuffle(shuffled, order);
        Map<String, Run> runs = new LinkedHashMap<>();
        for (Case each : shuffled) {
            runs.put(each.name(), Run.of(world, each.clients(), each.maker(), size.run()));
        }
        return runs;
    }

    private static void write(Case one, List<Map<String, Run>> rounds) {
        List<Run> runs = rounds.stream().map(round -> run(round, one.name())).toList();
        List<Double> ratios =
                rounds.stream()
                        .map(
                                round ->
                                        run(round, one.name()).eventsPerSecond()
                                                / run(round, one.naive()).eventsPerSecond())
                        .toList();
        JsonLines.write(
                "posting",
                JsonLines.map(
                        "way", one.way(),
                        "keys", one.keys(),
                        "clients", one.clients(),
                        "timesNaive", Spread.of(ratios),
                        "eventsPerSecond", spread(runs, Run::eventsPerSecond),
                        "databaseMicrosPerEvent", spread(runs, Run::databaseMicros),
                        "programMicrosPerEvent", spread(runs, Run::programMicros),
                        "clientMicrosPerEvent", spread(runs, Run::clientMicros),
                        "othersProcessors", spread(runs, Run::othersProcessors),
                        "p50Ms", spread(runs, Run::p50Ms),
                        "p99Ms", spread(runs, Run::p99Ms),
                        "events", runs.stream().mapToLong(Run::events).sum()));
    }

    private static Run run(Map<String, Run> round, String name) {
        Run run = round.get(name);
        if (run == null) {
            throw new IllegalStateException("every round runs every case, not " + name);
        }
        return run;
    }

    private static Spread spread(List<Run> runs, ToDoubleFunction<Run> figure) {
        return Spread.of(runs.stream().map(figure::applyAsDouble).toList());
    }

    private Map<String, Long> broken() throws Exception {
        try (var connection = world.server().connectAsSuperuser()) {
            return new LawQueries(connection).broken();
        }
    }
}
