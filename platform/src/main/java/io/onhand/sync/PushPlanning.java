package io.onhand.sync;

import io.onhand.catalog.VariantId;
import io.onhand.channels.Connection;
import io.onhand.locations.LocationId;
import io.onhand.sync.Comparing.Key;
import io.onhand.sync.PushPlan.Planned;
import io.onhand.sync.PushWatch.Step;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes down what a till is to be told of movements. */
@Component
class PushPlanning {

    private final LevelMovements movements;
    private final TillNames names;
    private final PushStatements statements;
    private final TenantTransactions transactions;
    private final MachineClock clock;

    PushPlanning(
            LevelMovements movements,
            TillNames names,
            PushStatements statements,
            TenantTransactions transactions,
            MachineClock clock) {
        this.movements = movements;
        this.names = names;
        this.statements = statements;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether there is something to be told of these steps, be it planned already. */
    boolean plan(Connection connection, Instant from, List<Step> steps) {
        Map<LocationId, String> places =
                names.places(connection, steps.stream().map(Step::location).distinct().toList());
        List<Step> there =
                steps.stream().filter(step -> places.containsKey(step.location())).toList();
        if (there.isEmpty()) {
            return false;
        }
        Map<VariantId, String> items =
                names.items(connection, there.stream().map(Step::variant).distinct().toList());
        Set<Key> countable = names.single(connection, there.stream().map(Step::key).toList());
        List<Change> changes = new ArrayList<>();
        for (Step step : there) {
            String place = places.get(step.location());
            String item = items.get(step.variant());
            if (place != null && item != null) {
                List<Moved> moved = told(step, countable.contains(step.key()));
                PushPlan.of(moved, connection.id(), from)
                        .forEach(planned -> changes.add(change(step, planned, item, place)));
            }
        }
        transactions.write(() -> statements.add(connection.id(), changes, clock.now()));
        return !changes.isEmpty();
    }

    /** Where the till keeps several numbers, a count of all of it is none of any of them. */
    private List<Moved> told(Step step, boolean countable) {
        return movements
                .between(step.location(), step.variant(), step.first(), step.last())
                .stream()
                .filter(moved -> countable || !moved.isOfCount())
                .toList();
    }

    private static Change change(Step step, Planned planned, String item, String place) {
        return new Change(
                ChangeKey.of(step.location(), step.variant(), planned.levelSeq()).text(),
                step.location(),
                step.variant(),
                planned.levelSeq(),
                planned.posting(),
                item,
                place,
                planned.type(),
                planned.quantity(),
                planned.occurredAt());
    }
}
