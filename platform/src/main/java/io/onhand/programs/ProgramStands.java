package io.onhand.programs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.onhand.database.Retry;
import io.onhand.tenancy.MachineClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Notes how this program stands, and tells how all do. */
@Component
public class ProgramStands implements SmartLifecycle {

    static final Duration EVERY = Duration.ofSeconds(5);

    /** A program that noted nothing for so long has ended. */
    static final Duration FRESH = Duration.ofSeconds(30);

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int DECIMALS = 3;

    private static final Logger log = LoggerFactory.getLogger(ProgramStands.class);

    private final StandStatements statements;
    private final MeterRegistry registry;
    private final MachineClock clock;
    private final Retry retry;
    private final UUID program = UUID.randomUUID();
    private volatile @Nullable ScheduledExecutorService timer;

    ProgramStands(
            StandStatements statements,
            ObjectProvider<MeterRegistry> registries,
            MachineClock clock,
            Retry retry) {
        this.statements = statements;
        this.registry = registries.getIfAvailable(SimpleMeterRegistry::new);
        this.clock = clock;
        this.retry = retry;
    }

    /** The figures of all programs that run, by program, figure and subject. */
    public List<Stand> all() {
        return statements.since(clock.now().minus(FRESH));
    }

    /** Notes the figures of this program now. */
    void note() {
        Instant now = clock.now();
        List<Stand> stands =
                Arrays.stream(Figure.values()).flatMap(figure -> stands(figure, now)).toList();
        retry.call(
                () -> {
                    statements.note(program, stands, now);
                    statements.forget(now.minus(KEPT));
                    return stands;
                });
    }

    private Stream<Stand> stands(Figure figure, Instant now) {
        return registry.find(figure.meter()).gauges().stream()
                .filter(gauge -> Double.isFinite(gauge.value()))
                .map(gauge -> new Stand(program, figure, subject(gauge), value(gauge), now));
    }

    private static String subject(Gauge gauge) {
        return gauge.getId().getTags().stream().map(Tag::getValue).collect(Collectors.joining(" "));
    }

    private static BigDecimal value(Gauge gauge) {
        return BigDecimal.valueOf(gauge.value()).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private void noteOrTell() {
        try {
            note();
        } catch (RuntimeException e) {
            log.debug("How this program stands was not noted", e);
        }
    }

    @Override
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("program-stand").factory());
        long pause = EVERY.toMillis();
        started.scheduleWithFixedDelay(this::noteOrTell, pause, pause, TimeUnit.MILLISECONDS);
        timer = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopping = timer;
        if (stopping != null) {
            stopping.shutdownNow();
        }
        timer = null;
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
