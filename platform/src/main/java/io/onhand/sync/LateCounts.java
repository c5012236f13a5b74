package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.measure.Quantity;
import io.onhand.plugin.Observation;
import io.onhand.stock.Level;
import io.onhand.stock.StockQueries;
import io.onhand.sync.Comparing.Key;
import io.onhand.sync.Explaining.Moment;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantTransactions;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Has our numbers told in place of counts that were too old for a till: told of a later time, such
 * a count would have it forget what it sold since. That is done after a look, because what it had
 * sold by then was asked for and is part of our numbers.
 */
@Component
class LateCounts {

    /** Counts that are known to wait. */
    private static final int WAITING_MAX = 10_000;

    /** Of these so many are ended by a look. */
    private static final int TOGETHER_MAX = 1_000;

    private static final String WHY = "Too old for the till; what is here later stands for it.";

    private final PushQueries queries;
    private final PushStatements statements;
    private final StockQueries stock;
    private final LevelMovements movements;
    private final OurNumbers ours;
    private final ConnectionStandStatements stands;
    private final TenantTransactions transactions;
    private final BusinessClock clock;
    private final MachineClock machine;

    LateCounts(
            PushQueries queries,
            PushStatements statements,
            StockQueries stock,
            LevelMovements movements,
            OurNumbers ours,
            ConnectionStandStatements stands,
            TenantTransactions transactions,
            BusinessClock clock,
            MachineClock machine) {
        this.queries = queries;
        this.statements = statements;
        this.stock = stock;
        this.movements = movements;
        this.ours = ours;
        this.stands = stands;
        this.transactions = transactions;
        this.clock = clock;
        this.machine = machine;
    }

    /**
     * Ends those of which this look says enough; others wait for the next. Where our number cannot
     * be told, because it is below zero or the till keeps several, a difference is one like any
     * other. Must not run in a transaction.
     */
    Told tell(Connection connection, List<Compared> compared, Findings findings, Moment moment) {
        List<Change> waiting = transactions.read(() -> queries.late(connection.id(), WAITING_MAX));
        if (waiting.isEmpty() || !moment.settled()) {
            return new Told(Set.of(), levels(waiting));
        }
        List<Change> late = waiting.subList(0, Math.min(waiting.size(), TOGETHER_MAX));
        Map<Key, Compared> known = known(late, compared, findings);
        queries.underWay(connection.id(), moment.began())
                .forEach(told -> known.remove(new Key(told.location(), told.variant())));
        known.values().removeIf(one -> movements.movedSince(one, moment.began()));
        List<Change> clear = late.stream().filter(change -> includes(known, change)).toList();
        known.keySet().retainAll(levels(clear));
        Set<Key> told = tell(connection, known.values(), moment);
        // told again by the next look if the program dies here, which changes nothing
        transactions.write(
                () -> {
                    statements.endLate(connection.id(), clear, WHY, clock.now());
                    if (waiting.size() > late.size()) {
                        stands.reconcileNext(connection.id(), machine.now());
                    }
                    return clear;
                });
        Set<Key> open = levels(waiting);
        open.removeAll(levels(clear));
        return new Told(told, open);
    }

    /**
     * What came of it.
     *
     * @param told levels of which our number is told
     * @param open levels of which a count waits on
     */
    record Told(Set<Key> told, Set<Key> open) {}

    private static Set<Key> levels(Collection<Change> counts) {
        return counts.stream().map(Change::level).collect(Collectors.toCollection(HashSet::new));
    }

    /** What a look says of the levels of these counts; what it leaves open is not there. */
    private Map<Key, Compared> known(
            List<Change> late, List<Compared> compared, Findings findings) {
        Map<Key, Compared> known = new HashMap<>();
        Set<Key> wanted = levels(late);
        compared.stream()
                .filter(one -> wanted.contains(one.key()))
                .forEach(one -> known.put(one.key(), one));
        late.forEach(change -> known.computeIfAbsent(change.level(), _ -> unseen(change)));
        // these were read once more after the till was asked what messages missed
        findings.of(DifferenceKind.LOST).forEach(one -> known.replace(one.key(), one));
        findings.of(DifferenceKind.FOREIGN_EDIT).forEach(one -> known.replace(one.key(), one));
        findings.of(DifferenceKind.LATE).forEach(one -> known.remove(one.key()));
        return known;
    }

    /** A till may not show what it has never counted. */
    private Compared unseen(Change change) {
        Optional<Level> level = stock.level(change.location(), change.variant());
        Quantity here = level.map(Level::onHand).orElse(Quantity.ZERO);
        return new Compared(
                change.location(),
                change.variant(),
                here,
                here,
                level.map(Level::version).orElse(0L),
                List.of(new Observation(change.item(), change.place(), "0", "")));
    }

    private static boolean includes(Map<Key, Compared> known, Change change) {
        Compared level = known.get(change.level());
        return level != null && change.levelSeq() <= level.version();
    }

    private Set<Key> tell(Connection connection, Collection<Compared> levels, Moment moment) {
        Set<Key> countable = ours.countable(connection, List.copyOf(levels));
        List<Compared> told =
                levels.stream()
                        .filter(one -> one.ours().signum() >= 0 && countable.contains(one.key()))
                        .toList();
        ours.tell(connection, told, moment.began());
        return told.stream().map(Compared::key).collect(Collectors.toSet());
    }
}
