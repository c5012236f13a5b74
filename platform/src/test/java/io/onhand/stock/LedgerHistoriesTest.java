package io.onhand.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenancy.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random histories, posted by several threads with clocks that differ, against the definition. The
 * seed in a failure's message repeats the history, though not the threads' order.
 */
@PlatformTest
class LedgerHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("onhand.histories", 100);
    private static final int FIRST_SEED = Integer.getInteger("onhand.seed", 1);
    private static final int DOCUMENTS = 50;
    private static final int THREADS = 3;
    private static final int BATCH_MAX = 25;
    private static final Duration CLOCK_STEP = Duration.ofMillis(400);

    @Autowired BusinessClock clock;
    @Autowired LedgerProofQueries proof;

    @Autowired LedgerNodes nodes;

    @Test
    void anyOrderOnManyThreadsGivesWhatTheDefinitionSays() throws Exception {
        for (int seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
            var history = RandomHistory.of(seed, clock.now(), DOCUMENTS, true);
            post(history, seed);
            nodes.ahead(Duration.ZERO).post(history.arrivals());
            assertThat(faults(history)).as("seed %s", seed).isEmpty();
        }
    }

    private List<String> faults(RandomHistory history) {
        List<String> faults = new ArrayList<>(proof.faults(history.shop().tenant()));
        Map<LevelKey, LevelState> levels = proof.levels(history.shop().tenant());
        Map<LevelKey, List<Long>> past = proof.onHandAt(history.shop().tenant(), history.times());
        Definition definition = history.definition();
        for (LevelKey level : history.levels()) {
            LevelState state = levels.getOrDefault(level, LevelState.NEW);
            if (state.balances().onHand() != definition.onHandNow(level)) {
                faults.add(
                        "on hand "
                                + state.balances().onHand()
                                + " but "
                                + definition.onHandNow(level)
                                + " at "
                                + level);
            }
            if (state.balances().inTransit() != definition.inTransit(level)) {
                faults.add(state.balances().inTransit() + " on its way to " + level);
            }
            List<Long> sums = past.getOrDefault(level, List.of());
            for (int i = 0; i < sums.size(); i++) {
                Instant at = history.times().get(i);
                if (sums.get(i) != definition.onHandAt(level, at)) {
                    faults.add("as it happened at " + at + " of " + level);
                }
            }
        }
        return faults;
    }

    /** A reversal whose target is not there yet is sent again, as a sender would. */
    private void post(RandomHistory history, int seed) throws Exception {
        var waiting = new ConcurrentLinkedQueue<>(history.sent());
        var left = new AtomicInteger(history.sent().size());
        try (ExecutorService lanes = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int lane = 0; lane < THREADS; lane++) {
                GroupCommit ledger = nodes.ahead(CLOCK_STEP.multipliedBy(lane - 1L));
                var random = new Random(seed * 31L + lane);
                running.add(lanes.submit(() -> post(ledger, waiting, left, random)));
            }
            for (Future<?> lane : running) {
                lane.get();
            }
        }
    }

    private static void post(
            GroupCommit ledger,
            ConcurrentLinkedQueue<Posting> waiting,
            AtomicInteger left,
            Random random) {
        while (left.get() > 0) {
            List<Posting> batch = new ArrayList<>();
            int size = 1 + random.nextInt(BATCH_MAX);
            for (Posting p = waiting.poll(); p != null; p = waiting.poll()) {
                batch.add(p);
                if (batch.size() == size) {
                    break;
                }
            }
            if (batch.isEmpty()) {
                Thread.yield();
                continue;
            }
            List<Outcome> outcomes = ledger.post(batch);
            for (int i = 0; i < batch.size(); i++) {
                if (outcomes.get(i) instanceof Outcome.Unknown) {
                    waiting.add(batch.get(i));
                } else {
                    left.decrementAndGet();
                }
            }
        }
    }
}
