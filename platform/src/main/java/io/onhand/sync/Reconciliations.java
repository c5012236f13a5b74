package io.onhand.sync;

import io.onhand.audit.AuditTrail;
import io.onhand.channels.Connection;
import io.onhand.plugins.VendorAddresses;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Comparisons of tills' stock with ours, for people who want one now or look at the last. */
@Component
public class Reconciliations {

    /** How long somebody waits for one. */
    public static final Duration WAIT_MAX = Duration.ofSeconds(50);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final ReportStatements reports;
    private final ConnectionStandQueries stands;
    private final VendorAddresses addresses;
    private final ConnectionStandStatements statements;
    private final TurnStatements turns;
    private final TurnNudge nudge;
    private final TenantTransactions transactions;
    private final AuditTrail trail;
    private final BusinessClock clock;
    private final MachineClock machine;

    Reconciliations(
            ReportStatements reports,
            ConnectionStandQueries stands,
            VendorAddresses addresses,
            ConnectionStandStatements statements,
            TurnStatements turns,
            TurnNudge nudge,
            TenantTransactions transactions,
            AuditTrail trail,
            BusinessClock clock,
            MachineClock machine) {
        this.reports = reports;
        this.stands = stands;
        this.addresses = addresses;
        this.statements = statements;
        this.turns = turns;
        this.nudge = nudge;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
        this.machine = machine;
    }

    /** The last report of a connection, if there is one. */
    public Optional<ReconciliationReport> last(SourceId connection) {
        return transactions.read(() -> reports.of(connection));
    }

    /**
     * Has a connection compared now, by whichever program runs plugins, and waits for the report.
     * Must not run inside a transaction.
     *
     * @return a report with a failure if the vendor could not be asked in time, or there is nobody
     *     to ask
     */
    public ReconciliationReport run(Connection connection) {
        Instant asked = clock.now();
        Optional<Stand> stand = stands.of(connection.id());
        String mode = connection.mode().word();
        if (stand.isEmpty()) {
            return ReconciliationReport.failed(asked, mode, "This connection has nobody to ask.");
        } else if (stand.get().paused()) {
            return ReconciliationReport.failed(asked, mode, "This connection is paused.");
        } else if (addresses.isNobody(connection.plugin())) {
            return ReconciliationReport.failed(asked, mode, "The vendor's stand-in does not run.");
        }
        transactions.write(
                () -> {
                    statements.reconcileNext(connection.id(), machine.now());
                    String id = connection.id().value().toString();
                    trail.record("reconcile", "connection", id, null, null);
                    return id;
                });
        turns.callNow(connection.id(), Turn.Kind.PULL, machine.now());
        nudge.wake(Turn.Kind.PULL);
        return await(connection, asked)
                .orElseGet(
                        () ->
                                ReconciliationReport.failed(
                                        clock.now(), mode, "The vendor did not answer in time."));
    }

    /** One that ran already may have looked before whatever makes somebody ask for another. */
    private Optional<ReconciliationReport> await(Connection connection, Instant asked) {
        long end = System.nanoTime() + WAIT_MAX.toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            Optional<ReconciliationReport> report =
                    last(connection.id()).filter(done -> !done.at().isBefore(asked));
            if (report.isPresent()) {
                return report;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return Optional.empty();
    }
}
