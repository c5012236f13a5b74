package io.onhand.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.stock.PastQueries;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reads of a tenant of 100,000 levels whose history grows: one level and its explanation over HTTP,
 * and all levels at a past date by the module's door.
 */
@Tag("bench")
class ReadBench {

    private static final double NANOS_PER_MS = 1e6;
    private static final int PAST_READS = 5;
    private static final int WARM_UP_SHARE = 5;

    /** The first round of movements is some 400 to 370 days old. */
    private static final Duration PAST = Duration.ofDays(385);

    private final BenchWorld world = BenchWorld.shared();
    private final BenchSize size = BenchSize.get();
    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void readsAsTheHistoryGrows() throws Exception {
        int grown = 1;
        for (int millions : size.movements()) {
            grow(grown, millions);
            grown = millions;
            http(millions, "level", "/api/v1/stock-levels?sku=");
            http(millions, "explanation", "/api/v1/stock-levels/explanation?sku=");
            past(millions);
        }
    }

    private void grow(int from, int to) throws SQLException {
        if (to == from) {
            return;
        }
        try (var connection = world.server().connectAsSuperuser()) {
            var statements = new WorldStatements(connection);
            statements.grow(
                    world.archive(),
                    from * BenchWorld.SEQ_PER_MILLION + 1,
                    to * BenchWorld.SEQ_PER_MILLION);
            statements.vacuum();
        }
        Environment.write(world);
    }

    private void http(int millions, String what, String path) throws Exception {
        try (var connection = new KeptConnection(world.program().port())) {
            read(connection, path, size.reads() / WARM_UP_SHARE);
            List<long[]> rounds = new ArrayList<>();
            for (int i = 0; i < size.rounds(); i++) {
                rounds.add(read(connection, path, size.reads()));
            }
            write(millions, what, "http", rounds);
        }
    }

    private long[] read(KeptConnection connection, String path, int count) throws Exception {
        Shop shop = world.archive();
        var nanos = new long[count];
        for (int i = 0; i < count; i++) {
            String sku = shop.items().get(random.nextInt(shop.items().size())).sku();
            String place = shop.places().get(random.nextInt(shop.places().size())).code();
            long start = System.nanoTime();
            var answer = connection.get(path + sku + "&location=" + place, shop.key());
            nanos[i] = System.nanoTime() - start;
            if (answer.status() != 200 || !answer.body().contains(sku)) {
                throw new IllegalStateException(answer.status() + ": " + answer.body());
            }
        }
        return nanos;
    }

    private void past(int millions) {
        try (Doors doors = Doors.open(world.server())) {
            List<long[]> rounds = new ArrayList<>();
            past(doors);
            for (int i = 0; i < size.rounds(); i++) {
                var nanos = new long[PAST_READS];
                for (int n = 0; n < PAST_READS; n++) {
                    nanos[n] = past(doors);
                }
                rounds.add(nanos);
            }
            write(millions, "100,000 levels as recorded in the past", "java", rounds);
        }
    }

    private long past(Doors doors) {
        long start = System.nanoTime();
        var levels =
                doors.call(
                        world.archive().tenant(),
                        () ->
                                doors.bean(PastQueries.class)
                                        .levelsAsRecorded(Instant.now().minus(PAST)));
        long nanos = System.nanoTime() - start;
        assertThat(levels)
                .hasSize(world.archive().items().size() * world.archive().places().size());
        return nanos;
    }

    private static void write(int millions, String what, String way, List<long[]> rounds) {
        JsonLines.write(
                "read",
                JsonLines.map(
                        "what",
                        what,
                        "way",
                        way,
                        "millionMovements",
                        millions,
                        "p50Ms",
                        spread(rounds, 0.5),
                        "p99Ms",
                        spread(rounds, 0.99),
                        "reads",
                        rounds.stream().mapToInt(round -> round.length).sum()));
    }

    private static Spread spread(List<long[]> rounds, double share) {
        return Spread.of(
                rounds.stream()
                        .map(round -> Spread.percentile(round, share) / NANOS_PER_MS)
                        .toList());
    }
}
