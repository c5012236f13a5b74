package io.onhand.web.ops;

import io.onhand.inbox.StageQueries;
import io.onhand.inbox.StageStand;
import io.onhand.programs.Figure;
import io.onhand.programs.ProgramStands;
import io.onhand.programs.Stand;
import io.onhand.relay.RelayFailures;
import io.onhand.tenancy.MachineClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what operators see, from tables that hold no tenant's business. */
@Component
class OperatorBoards {

    private static final int NAME_LENGTH = 8;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final ProgramStands programs;
    private final StageQueries stages;
    private final RelayFailures failures;
    private final MachineClock clock;

    OperatorBoards(
            ProgramStands programs,
            StageQueries stages,
            RelayFailures failures,
            MachineClock clock) {
        this.programs = programs;
        this.stages = stages;
        this.failures = failures;
        this.clock = clock;
    }

    OperatorBoard now() {
        Instant now = clock.now();
        List<Stand> stands = programs.all();
        return new OperatorBoard(
                now.truncatedTo(ChronoUnit.SECONDS).toString(),
                consumers(stands),
                stages(now),
                programs(stands, now),
                failures.oldest(OperatorBoard.FAILURES_MAX));
    }

    /** Who holds the work of the relay knows how far it is; the others say zero. */
    private static List<OperatorBoard.Consumer> consumers(List<Stand> stands) {
        Map<String, BigDecimal> lags = largest(stands, Figure.RELAY_LAG);
        Map<String, BigDecimal> failed = largest(stands, Figure.RELAY_FAILURES);
        return lags.entrySet().stream()
                .map(
                        lag ->
                                new OperatorBoard.Consumer(
                                        lag.getKey(),
                                        text(lag.getValue()),
                                        text(failed.getOrDefault(lag.getKey(), BigDecimal.ZERO))))
                .toList();
    }

    private static Map<String, BigDecimal> largest(List<Stand> stands, Figure figure) {
        return stands.stream()
                .filter(stand -> stand.figure() == figure)
                .collect(
                        Collectors.toMap(
                                Stand::subject, Stand::value, BigDecimal::max, TreeMap::new));
    }

    private List<OperatorBoard.Stage> stages(Instant now) {
        Map<String, StageStand> busy =
                stages.stands().stream()
                        .collect(Collectors.toMap(StageStand::stage, stage -> stage));
        return Stream.of("read", "post").map(name -> stage(name, busy.get(name), now)).toList();
    }

    private static OperatorBoard.Stage stage(String name, @Nullable StageStand stand, Instant now) {
        if (stand == null) {
            return new OperatorBoard.Stage(name, 0, 0, "0");
        }
        return new OperatorBoard.Stage(
                name, stand.waiting(), stand.triedBefore(), seconds(stand.oldestDue(), now));
    }

    private static List<OperatorBoard.Program> programs(List<Stand> stands, Instant now) {
        Map<UUID, List<Stand>> byProgram =
                stands.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Stand::program, LinkedHashMap::new, Collectors.toList()));
        return byProgram.entrySet().stream()
                .map(
                        one ->
                                new OperatorBoard.Program(
                                        one.getKey().toString().substring(0, NAME_LENGTH),
                                        figure(one.getValue(), Figure.LEDGER_QUEUE),
                                        figure(one.getValue(), Figure.LIVE_CLIENTS),
                                        seconds(one.getValue().getFirst().notedAt(), now)))
                .toList();
    }

    private static @Nullable String figure(List<Stand> stands, Figure figure) {
        Optional<Stand> found =
                stands.stream().filter(stand -> stand.figure() == figure).findFirst();
        return found.map(stand -> text(stand.value())).orElse(null);
    }

    private static String seconds(Instant since, Instant now) {
        long millis = Math.max(0, Duration.between(since, now).toMillis());
        return Long.toString(Math.round(millis / MILLIS_PER_SECOND));
    }

    private static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
