package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.channels.KnownNames.Shelf;
import io.onhand.inbox.ForeseenQueries;
import io.onhand.inbox.Quiet;
import io.onhand.plugin.Observation;
import io.onhand.sync.Comparing.Comparison;
import io.onhand.sync.Explaining.Moment;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Compares what a till takes its stock to be with ours, after all that it told was posted. What
 * differs is explained where it can be; what messages missed is asked for and posted. The
 * difference itself never is.
 */
@Component
class Reconciler {

    static final Duration EVERY = Duration.ofMinutes(15);

    /** From a comparison for which the vendor did not answer to the next. */
    static final Duration AGAIN = Duration.ofMinutes(5);

    static final Duration QUIET_WAIT_MAX = Duration.ofSeconds(10);

    private static final Duration FORESEEN = Duration.ofDays(14);

    private final Polling polling;
    private final Observing observing;
    private final Comparing comparing;
    private final Explaining explaining;
    private final LateCounts late;
    private final DriftDesk drift;
    private final Quiet quiet;
    private final ForeseenQueries foreseen;
    private final ReportStatements reports;
    private final ConnectionStandStatements stands;
    private final TenantTransactions transactions;
    private final BusinessClock clock;
    private final MachineClock machine;

    Reconciler(
            Polling polling,
            Observing observing,
            Comparing comparing,
            Explaining explaining,
            LateCounts late,
            DriftDesk drift,
            Quiet quiet,
            ForeseenQueries foreseen,
            ReportStatements reports,
            ConnectionStandStatements stands,
            TenantTransactions transactions,
            BusinessClock clock,
            MachineClock machine) {
        this.polling = polling;
        this.observing = observing;
        this.comparing = comparing;
        this.explaining = explaining;
        this.late = late;
        this.drift = drift;
        this.quiet = quiet;
        this.foreseen = foreseen;
        this.reports = reports;
        this.stands = stands;
        this.transactions = transactions;
        this.clock = clock;
        this.machine = machine;
    }

    /**
     * Compares, and keeps the report.
     *
     * @param due when this comparison was due
     */
    Ended reconcile(Connection connection, Hold hold, Instant due) {
        Instant began = clock.now();
        Map<Shelf, Observation> seen = new LinkedHashMap<>();
        Ended asked = polling.poll(connection, hold);
        if (asked == Ended.WELL) {
            asked = observing.walk(connection, hold, seen);
        }
        switch (asked) {
            case Ended.Failed(var why, _) ->
                    keep(
                            connection,
                            ReconciliationReport.failed(began, connection.mode().word(), why),
                            due);
            case Ended.Well _ -> {
                Optional<ReconciliationReport> report = compare(connection, hold, seen, began);
                report.ifPresent(done -> keep(connection, done, due));
                return report.isPresent() ? Ended.WELL : Ended.LOST;
            }
            case Ended.Lost _ -> {
                // whoever has the turn by now compares
            }
        }
        return asked;
    }

    /** Empty if somebody else has the turn by now. */
    private Optional<ReconciliationReport> compare(
            Connection connection, Hold hold, Map<Shelf, Observation> seen, Instant began) {
        boolean settled = quiet.await(connection.id(), QUIET_WAIT_MAX);
        Comparison comparison = comparing.compare(connection, hold, seen);
        List<Compared> differing =
                comparison.compared().stream().filter(one -> !one.agrees()).toList();
        var moment = new Moment(began, settled);
        Findings findings = explaining.explain(connection, hold, differing, moment);
        if (!hold.keep()) {
            return Optional.empty();
        }
        long pushed =
                connection.mode() == Mode.LIVE
                        ? told(connection, comparison.compared(), findings, moment)
                        : drift.foresee(connection, findings);
        return Optional.of(report(connection, comparison, findings, seen, pushed, began));
    }

    /** How many of our numbers the till is told. */
    private long told(
            Connection connection, List<Compared> compared, Findings findings, Moment moment) {
        var counts = late.tell(connection, compared, findings, moment);
        Findings others =
                findings.withoutUnexplained(counts.told()).withoutUnexplained(counts.open());
        return counts.told().size() + drift.note(connection, compared, others, moment.began());
    }

    private ReconciliationReport report(
            Connection connection,
            Comparison comparison,
            Findings findings,
            Map<Shelf, Observation> seen,
            long pushed,
            Instant began) {
        List<Difference> differences = drift.differences(comparison.unmapped(), findings);
        Map<String, Long> kinds = new LinkedHashMap<>(findings.counts());
        kinds.put(DifferenceKind.MAPPING.word(), (long) comparison.unmapped().size());
        kinds.put(DifferenceKind.UNTRACKED.word(), explaining.untracked(connection, seen.keySet()));
        long equal = comparison.compared().size() - findings.size();
        return new ReconciliationReport(
                began,
                connection.mode().word(),
                null,
                comparison.compared().size(),
                equal,
                kinds,
                pushed,
                differences,
                connection.mode() == Mode.OBSERVE
                        ? foreseen.days(
                                connection.id(),
                                clock.now().minus(FORESEEN),
                                (int) FORESEEN.toDays())
                        : List.of());
    }

    /** One for which the vendor did not answer counts as no comparison. */
    private void keep(Connection connection, ReconciliationReport report, Instant due) {
        transactions.write(
                () -> {
                    reports.put(connection.id(), report);
                    if (report.failure() == null) {
                        stands.reconciled(
                                connection.id(), clock.now(), due, machine.now().plus(EVERY));
                    } else {
                        stands.reconcileAgain(connection.id(), due, machine.now().plus(AGAIN));
                    }
                    return report;
                });
    }
}
