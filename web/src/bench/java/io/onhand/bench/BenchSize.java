package io.onhand.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured: {@code -Dbench.size=full} for the long run.
 *
 * @param rounds of interleaved cases
 * @param run how long a case runs in each round
 * @param singleEvents single events sent in each round of the latency bench
 * @param reads random reads of each kind in each round
 * @param movements sizes of the history, in millions, at which reads are measured
 */
record BenchSize(int rounds, Duration run, int singleEvents, int reads, List<Integer> movements) {

    static BenchSize get() {
        return switch (System.getProperty("bench.size", "short")) {
            case "short" -> new BenchSize(3, Duration.ofSeconds(3), 500, 2_000, List.of(1));
            case "full" ->
                    new BenchSize(5, Duration.ofSeconds(10), 3_000, 10_000, List.of(1, 3, 10));
            case String other ->
                    throw new IllegalArgumentException("bench.size is short or full, not " + other);
        };
    }
}
