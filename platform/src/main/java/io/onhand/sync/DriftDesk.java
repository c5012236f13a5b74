package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.measure.Quantity;
import io.onhand.plugin.Observation;
import io.onhand.sync.Comparing.Key;
import io.onhand.sync.DriftStatements.Drift;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What becomes of differences that nothing explains: a small one that stays is mended by telling
 * the till our number once, if the connection allows it; any other becomes a person's business at
 * the second look.
 */
@Component
class DriftDesk {

    /**
     * The setting of a connection: up to how many units a till may be told our number by itself.
     */
    static final String HEAL_UP_TO = "healUpTo";

    private static final int LOOKS = 2;

    private final DriftStatements statements;
    private final DriftAlarm alarm;
    private final OurNumbers ours;
    private final PeoplesNames names;
    private final TenantTransactions transactions;
    private final BusinessClock clock;

    DriftDesk(
            DriftStatements statements,
            DriftAlarm alarm,
            OurNumbers ours,
            PeoplesNames names,
            TenantTransactions transactions,
            BusinessClock clock) {
        this.statements = statements;
        this.alarm = alarm;
        this.ours = ours;
        this.names = names;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Notes the look that began then; how many numbers the till is told because of it. */
    long note(Connection connection, List<Compared> compared, Findings findings, Instant began) {
        List<Compared> unexplained = findings.of(DifferenceKind.FOREIGN_EDIT);
        Set<Key> countable = ours.countable(connection, unexplained);
        List<Compared> told =
                transactions.write(
                        () -> {
                            Map<Key, Drift> before = statements.of(connection.id());
                            statements.put(connection.id(), unexplained, clock.now());
                            List<Compared> mended = new ArrayList<>();
                            List<Compared> raised = new ArrayList<>();
                            for (Compared one : unexplained) {
                                Drift drift = before.get(one.key());
                                if (drift == null) {
                                    continue;
                                }
                                if (drift.looks() < LOOKS
                                        && drift.isSame(one)
                                        && countable.contains(one.key())
                                        && isMended(connection, one)) {
                                    mended.add(one);
                                } else if (drift.looks() + 1 >= LOOKS) {
                                    raised.add(one);
                                }
                            }
                            alarm.raise(connection, raised);
                            return mended;
                        });
        alarm.close(
                connection,
                Stream.concat(
                                compared.stream().filter(Compared::agrees),
                                findings.of(DifferenceKind.LOST).stream())
                        .map(Compared::key)
                        .collect(Collectors.toSet()));
        return ours.tell(connection, told, began);
    }

    /** How many numbers an observed till would be told, once these have stayed for two looks. */
    long foresee(Connection connection, Findings findings) {
        if (!ours.canBeToldOnceLive(connection)) {
            return 0;
        }
        List<Compared> unexplained = findings.of(DifferenceKind.FOREIGN_EDIT);
        Set<Key> countable = ours.countable(connection, unexplained);
        return unexplained.stream()
                .filter(one -> countable.contains(one.key()) && isMended(connection, one))
                .count();
    }

    private static boolean isMended(Connection connection, Compared one) {
        Quantity limit = limit(connection);
        long off = Math.abs(one.theirs().minus(one.ours()).millionths());
        return limit.signum() > 0 && off <= limit.millionths() && one.ours().signum() >= 0;
    }

    private static Quantity limit(Connection connection) {
        try {
            return Quantity.parse(connection.settings().getOrDefault(HEAL_UP_TO, "0"));
        } catch (IllegalArgumentException e) {
            return Quantity.ZERO;
        }
    }

    /** Differences for people, the unexplained first. */
    List<Difference> differences(List<Observation> unmapped, Findings findings) {
        List<Difference> all = new ArrayList<>();
        for (DifferenceKind kind :
                List.of(
                        DifferenceKind.FOREIGN_EDIT,
                        DifferenceKind.LOST,
                        DifferenceKind.LATE,
                        DifferenceKind.ECHO,
                        DifferenceKind.UNCOUNTED)) {
            int room = ReconciliationReport.DIFFERENCES_MAX - all.size();
            findings.of(kind).stream()
                    .limit(room)
                    .forEach(one -> all.add(names.difference(kind, one)));
        }
        unmapped.stream()
                .limit(ReconciliationReport.DIFFERENCES_MAX - all.size())
                .forEach(one -> all.add(unmapped(one)));
        return all;
    }

    private static Difference unmapped(Observation one) {
        return new Difference(
                DifferenceKind.MAPPING,
                one.location(),
                one.item(),
                null,
                null,
                one.quantity(),
                null);
    }
}
