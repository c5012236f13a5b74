package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Mode;
import io.onhand.channels.ForeseenMoves;
import io.onhand.channels.ForeseenMoves.Move;
import io.onhand.channels.KnownNames.Shelf;
import io.onhand.inbox.ForeseenQueries;
import io.onhand.inbox.ForeseenQueries.Newest;
import io.onhand.measure.Quantity;
import io.onhand.stock.CountQueries;
import io.onhand.sync.Comparing.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What our numbers would be if an observed connection were live: what it told is posted nowhere, so
 * that it is added here. It folds as the ledger does: the last count, and what happened after it.
 */
@Component
class Foreseeing {

    private static final int DOCUMENTS_PER_STEP = 1_000;
    private static final int LEVELS_PER_STEP = 500;

    private final ForeseenQueries events;
    private final ForeseenMoves moves;
    private final LevelMovements ours;
    private final CountQueries counts;

    Foreseeing(
            ForeseenQueries events, ForeseenMoves moves, LevelMovements ours, CountQueries counts) {
        this.events = events;
        this.moves = moves;
        this.ours = ours;
        this.counts = counts;
    }

    /**
     * The same of a live connection; of an observed one with the numbers that would be. They are of
     * no use if somebody else has the turn by the end of it.
     */
    List<Compared> of(Connection connection, Hold hold, List<Compared> levels) {
        if (connection.mode() != Mode.OBSERVE || levels.isEmpty()) {
            return levels;
        }
        Told told = told(connection, hold, levels);
        List<Compared> folded = new ArrayList<>(levels.size());
        for (Compared one : levels) {
            if (folded.size() % LEVELS_PER_STEP == 0 && !hold.keep()) {
                return levels;
            }
            folded.add(folded(one, told));
        }
        return folded;
    }

    /** What the events of a connection would do to some levels. */
    private static final class Told {

        private final Map<Key, List<Move>> moves = new HashMap<>();
        private final Set<Shelf> waiting = new HashSet<>();
        private final Set<Key> recounted = new HashSet<>();

        Told(List<Compared> levels) {
            levels.forEach(one -> moves.put(one.key(), new ArrayList<>()));
        }

        void add(ForeseenMoves.Foreseen some) {
            for (Move move : some.moves()) {
                List<Move> here = moves.get(new Key(move.location(), move.variant()));
                if (here != null) {
                    here.add(move);
                }
            }
            waiting.addAll(some.waiting());
            some.recounted()
                    .forEach(level -> recounted.add(new Key(level.location(), level.variant())));
        }

        List<Move> of(Compared one) {
            return moves.getOrDefault(one.key(), List.of());
        }

        boolean waits(Compared one) {
            return recounted.contains(one.key())
                    || one.all().stream()
                            .map(seen -> new Shelf(seen.location(), seen.item()))
                            .anyMatch(waiting::contains);
        }
    }

    private Told told(Connection connection, Hold hold, List<Compared> levels) {
        var told = new Told(levels);
        String after = "";
        while (hold.keep()) {
            List<Newest> some = events.newest(connection.id(), after, DOCUMENTS_PER_STEP);
            told.add(moves.of(connection, some.stream().map(Newest::arrived).toList()));
            if (some.size() < DOCUMENTS_PER_STEP) {
                return told;
            }
            after = some.getLast().externalId();
        }
        return told;
    }

    private Compared folded(Compared one, Told all) {
        List<Move> told = all.of(one);
        boolean waits = all.waits(one);
        if (told.isEmpty()) {
            return one.foreseen(one.ours(), new Foreseen(Instant.MIN, false, waits));
        }
        Instant counted = counts.lastOf(one.location(), one.variant()).orElse(Instant.MIN);
        Optional<Move> count =
                told.stream()
                        .filter(Move::count)
                        .max(Move.COUNTS)
                        .filter(last -> !last.at().isBefore(counted));
        Instant since = count.map(Move::at).orElse(counted);
        Quantity base =
                count.map(
                                last ->
                                        last.quantity()
                                                .plus(
                                                        ours.movedAfter(
                                                                one.location(),
                                                                one.variant(),
                                                                since)))
                        .orElse(one.ours());
        Quantity sum =
                told.stream()
                        .filter(move -> !move.count() && move.at().isAfter(since))
                        .map(Move::quantity)
                        .reduce(base, Quantity::plus);
        Instant last =
                told.stream().map(Move::receivedAt).max(Comparator.naturalOrder()).orElseThrow();
        return one.foreseen(sum, new Foreseen(last, count.isPresent(), waits));
    }
}
