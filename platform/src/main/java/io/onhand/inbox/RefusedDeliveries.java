package io.onhand.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.onhand.channels.Hook;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts messages with a wrong signature and keeps the last of each connection, cut, so that a
 * person sees why nothing arrives. A flood of them writes a few rows a second and no more.
 */
@Component
class RefusedDeliveries {

    /** How many are kept of a connection. */
    static final int KEPT_MAX = 20;

    /** Bytes that are kept of a body, and characters of its headers. */
    static final int BYTES_MAX = 4 * 1024;

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int CONNECTIONS_MAX = 10_000;
    private static final Logger log = LoggerFactory.getLogger(RefusedDeliveries.class);

    private final RefusedStatements statements;
    private final TenantTransactions transactions;
    private final BusinessClock clock;
    private final MachineClock machine;
    private final JsonMapper json;
    private final Counter counter;
    private final ConcurrentHashMap<SourceId, Tally> tallies = new ConcurrentHashMap<>();

    RefusedDeliveries(
            RefusedStatements statements,
            TenantTransactions transactions,
            BusinessClock clock,
            MachineClock machine,
            JsonMapper json,
            ObjectProvider<MeterRegistry> registries) {
        this.statements = statements;
        this.transactions = transactions;
        this.clock = clock;
        this.machine = machine;
        this.json = json;
        this.counter =
                Counter.builder("onhand.inbox.refused")
                        .description("messages whose signature was wrong")
                        .register(registries.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** What was refused of a connection since something was kept. */
    private record Tally(Instant nextAt, long refusals, long kept, boolean keepsNow) {

        Tally plusOne(Instant now) {
            return now.isBefore(nextAt)
                    ? new Tally(nextAt, refusals + 1, kept, false)
                    : new Tally(now.plus(PAUSE), 0, kept + 1, true);
        }
    }

    void note(Hook hook, HookMessage message, String reason) {
        counter.increment();
        if (tallies.size() > CONNECTIONS_MAX) {
            tallies.clear();
        }
        Instant now = machine.now();
        var before = new long[1];
        Tally tally =
                tallies.compute(
                        hook.connection().id(),
                        (id, known) -> {
                            Tally old =
                                    known == null ? new Tally(Instant.EPOCH, 0, 0, false) : known;
                            before[0] = old.refusals();
                            return old.plusOne(now);
                        });
        if (tally.keepsNow()) {
            keep(hook, message, reason, before[0] + 1, (int) (tally.kept() % KEPT_MAX));
        }
    }

    private void keep(Hook hook, HookMessage message, String reason, long refusals, int slot) {
        String headers = json.writeValueAsString(message.masked());
        var row =
                new RefusedStatements.Refused(
                        hook.connection().id(),
                        slot,
                        reason,
                        refusals,
                        headers.length() > BYTES_MAX ? headers.substring(0, BYTES_MAX) : headers,
                        Arrays.copyOf(message.body(), Math.min(BYTES_MAX, message.body().length)));
        var actor = new Actor(Actor.Type.CONNECTION, hook.connection().code());
        var act = new Act(actor, "hook", message.address(), UUID.randomUUID().toString());
        try {
            CurrentTenant.run(
                    hook.tenant(),
                    act,
                    () ->
                            transactions.write(
                                    () -> {
                                        statements.keep(row, clock.now());
                                        return row;
                                    }));
        } catch (RuntimeException e) {
            log.warn("A refused message could not be kept", e);
        }
    }
}
