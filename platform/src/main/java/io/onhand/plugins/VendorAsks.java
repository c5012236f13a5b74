package io.onhand.plugins;

import io.onhand.plugins.Asked.Amount;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Accounts for what vendors are asked: counted here, written every few seconds and at the program's
 * end, so that no ask waits for it. A program that dies forgets what it has not written.
 */
@Component
class VendorAsks implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(VendorAsks.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final VendorAskStatements statements;
    private final TenantTransactions transactions;
    private final MachineClock clock;
    private Map<Asked, Amount> counted = new HashMap<>();
    private @Nullable ScheduledExecutorService writer;

    VendorAsks(
            VendorAskStatements statements, TenantTransactions transactions, MachineClock clock) {
        this.statements = statements;
        this.transactions = transactions;
        this.clock = clock;
    }

    synchronized void count(Asked asked, Amount amount) {
        counted.merge(asked, amount, Amount::plus);
    }

    /** Writes what was counted. What cannot be written is kept for the next time. */
    void write() {
        Map<TenantId, Map<Asked, Amount>> byTenant = new HashMap<>();
        taken().forEach(
                        (asked, amount) ->
                                byTenant.computeIfAbsent(asked.tenant(), _ -> new HashMap<>())
                                        .put(asked, amount));
        Instant at = clock.now();
        try {
            for (var part : List.copyOf(byTenant.entrySet())) {
                write(part.getKey(), part.getValue(), at);
                byTenant.remove(part.getKey());
            }
        } catch (RuntimeException e) {
            // the others would most probably wait as long for nothing
            log.warn("What vendors were asked could not be written; it is tried again", e);
            byTenant.values().forEach(part -> part.forEach(this::count));
        }
    }

    private synchronized Map<Asked, Amount> taken() {
        Map<Asked, Amount> taken = counted;
        counted = new HashMap<>();
        return taken;
    }

    private void write(TenantId tenant, Map<Asked, Amount> part, Instant at) {
        CurrentTenant.run(
                tenant,
                Act.ofJob("vendor-asks", UUID.randomUUID().toString()),
                () ->
                        transactions.write(
                                () -> {
                                    statements.add(part, at);
                                    return part.size();
                                }));
    }

    @Override
    public synchronized void start() {
        var runner =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("vendor-asks").factory());
        runner.scheduleWithFixedDelay(
                this::write, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        writer = runner;
    }

    @Override
    public void stop() {
        end();
        write();
    }

    private synchronized void end() {
        if (writer != null) {
            writer.shutdown();
            writer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return writer != null;
    }
}
