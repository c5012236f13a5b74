package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.channels.KnownNames;
import io.onhand.channels.KnownNames.Shelf;
import io.onhand.sync.Comparing.Key;
import io.onhand.sync.DriftStatements.Drift;
import io.onhand.sync.PushQueries.LevelUnderWay;
import io.onhand.tenancy.TenantTransactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out why a till shows another number, and asks for what messages missed. */
@Component
class Explaining {

    private static final int ITEMS_PER_STEP = 500;
    private static final int ASKED_MAX = 2;

    private final PushQueries pushes;
    private final KnownNames names;
    private final LevelMovements movements;
    private final Retrieving retrieving;
    private final Comparing comparing;
    private final CatalogueQueries catalogue;
    private final DriftStatements drifts;
    private final TenantTransactions transactions;

    Explaining(
            PushQueries pushes,
            KnownNames names,
            LevelMovements movements,
            Retrieving retrieving,
            Comparing comparing,
            CatalogueQueries catalogue,
            DriftStatements drifts,
            TenantTransactions transactions) {
        this.pushes = pushes;
        this.names = names;
        this.movements = movements;
        this.retrieving = retrieving;
        this.comparing = comparing;
        this.catalogue = catalogue;
        this.drifts = drifts;
        this.transactions = transactions;
    }

    /**
     * When it was looked.
     *
     * @param began before the vendor was asked
     * @param settled whether all that it had told was worked on
     */
    record Moment(Instant began, boolean settled) {}

    Findings explain(Connection connection, Hold hold, List<Compared> differing, Moment moment) {
        Map<DifferenceKind, List<Compared>> kinds = new EnumMap<>(DifferenceKind.class);
        Set<LevelUnderWay> told = new HashSet<>(pushes.underWay(connection.id(), moment.began()));
        Optional<Set<Shelf>> waiting =
                differing.isEmpty() ? Optional.empty() : names.waiting(connection.id());
        List<Compared> open = new ArrayList<>();
        for (Compared one : differing) {
            if (told.contains(new LevelUnderWay(one.location(), one.variant()))) {
                add(kinds, DifferenceKind.ECHO, one);
            } else if (!moment.settled()
                    || waiting.filter(shelves -> !isAmong(one, shelves)).isEmpty()
                    || one.foreseen().waiting()
                    || hasMoved(one, moment.began())) {
                add(kinds, DifferenceKind.LATE, one);
            } else if (connection.mode() == Mode.OBSERVE && !one.isKnownHere()) {
                add(kinds, DifferenceKind.UNCOUNTED, one);
            } else {
                open.add(one);
            }
        }
        afterAsking(connection, hold, open, kinds);
        return new Findings(kinds);
    }

    private static boolean isAmong(Compared one, Set<Shelf> shelves) {
        return one.all().stream()
                .anyMatch(seen -> shelves.contains(new Shelf(seen.location(), seen.item())));
    }

    private void afterAsking(
            Connection connection,
            Hold hold,
            List<Compared> open,
            Map<DifferenceKind, List<Compared>> kinds) {
        if (open.isEmpty()) {
            return;
        }
        Map<Key, Drift> before = transactions.read(() -> drifts.of(connection.id()));
        List<Compared> toAsk = open.stream().filter(one -> !isAskedInVain(one, before)).toList();
        Set<Key> unanswered = toAsk.stream().map(Compared::key).collect(Collectors.toSet());
        unanswered.removeAll(retrieving.retrieve(connection, hold, toAsk));
        List<Compared> again = comparing.again(connection, hold, open);
        for (int i = 0; i < again.size(); i++) {
            Compared one = again.get(i);
            boolean late = unanswered.contains(one.key()) || one.hasMovedSince(open.get(i));
            DifferenceKind otherwise = late ? DifferenceKind.LATE : DifferenceKind.FOREIGN_EDIT;
            add(kinds, one.agrees() ? DifferenceKind.LOST : otherwise, one);
        }
    }

    /** Where asking twice found nothing, and nothing has changed since, it finds nothing now. */
    private static boolean isAskedInVain(Compared one, Map<Key, Drift> before) {
        Drift drift = before.get(one.key());
        return drift != null && drift.looks() >= ASKED_MAX && drift.isSame(one);
    }

    /** What moved since is compared at the next look: either number may be the older one. */
    private boolean hasMoved(Compared one, Instant since) {
        return !one.foreseen().told().isBefore(since) || movements.movedSince(one, since);
    }

    private static void add(
            Map<DifferenceKind, List<Compared>> kinds, DifferenceKind kind, Compared one) {
        kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(one);
    }

    /** How many of the mapped items at mapped places the till does not count. */
    long untracked(Connection connection, Set<Shelf> seen) {
        Set<String> places =
                catalogue.places(connection.id()).stream()
                        .filter(place -> place.location() != null)
                        .map(TillPlace::external)
                        .collect(Collectors.toSet());
        long count = 0;
        String after = "";
        List<TillItem> some;
        do {
            some = catalogue.items(connection.id(), false, after, ITEMS_PER_STEP);
            for (TillItem item : some) {
                if (item.variant() != null && !item.deleted()) {
                    count +=
                            places.stream()
                                    .filter(p -> !seen.contains(new Shelf(p, item.external())))
                                    .count();
                }
                after = item.external();
            }
        } while (some.size() == ITEMS_PER_STEP);
        return count;
    }
}
