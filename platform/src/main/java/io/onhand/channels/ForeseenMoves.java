package io.onhand.channels;

import io.onhand.catalog.VariantId;
import io.onhand.channels.KnownNames.Shelf;
import io.onhand.channels.PostedLive.Found;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.stock.LevelKey;
import io.onhand.stock.Line;
import io.onhand.stock.Posting;
import io.onhand.stock.Standing;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.CurrentTenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the events of a connection that is only observed would move, if it were live. */
@Component
public class ForeseenMoves {

    private final EventDesk desk;
    private final PostedLive posted;

    ForeseenMoves(EventDesk desk, PostedLive posted) {
        this.desk = desk;
        this.posted = posted;
    }

    /**
     * A number that would move.
     *
     * @param document the external id of what moves it
     * @param line the number of its line there
     * @param count whether it is counted, and not changed
     * @param quantity what was there, or by how much it changes
     * @param at when it counts
     * @param receivedAt when it was told
     */
    public record Move(
            String document,
            int line,
            LocationId location,
            VariantId variant,
            boolean count,
            Quantity quantity,
            Instant at,
            Instant receivedAt) {

        /** Counts of one connection as the ledger has them: of two, the greater one counts. */
        public static final Comparator<Move> COUNTS =
                Comparator.comparing(Move::at)
                        .thenComparing(
                                move -> move.document.getBytes(StandardCharsets.UTF_8),
                                Arrays::compareUnsigned)
                        .thenComparing(Move::line);
    }

    /**
     * What would come of some events.
     *
     * @param waiting the shelves of those that would wait for a person
     * @param recounted levels of which a count that was posted would be taken back; what they would
     *     be is not foreseen
     */
    public record Foreseen(List<Move> moves, Set<Shelf> waiting, Set<LevelKey> recounted) {

        public Foreseen {
            moves = List.copyOf(moves);
            waiting = Set.copyOf(waiting);
            recounted = Set.copyOf(recounted);
        }
    }

    /**
     * What would come of these by what names mean now. What the ledger has already, because the
     * connection was live before, moves nothing; of what it has an older state of, the difference.
     *
     * @param events of each document the newest state alone, each with the delivery it came in
     */
    public Foreseen of(Connection connection, List<Arrived> events) {
        var actor = new Actor(Actor.Type.CONNECTION, connection.code());
        var intake = new Intake(CurrentTenant.id(), connection, actor);
        List<Reading> readings = desk.read(intake, events);
        List<Found> found = posted.of(intake, events.stream().map(Arrived::event).toList());
        var sum = new Sum();
        for (int i = 0; i < events.size(); i++) {
            switch (found.get(i)) {
                case Found.Known _ -> {
                    // it is in our number
                }
                case Found.Taken _ -> sum.leave(events.get(i).event());
                case Found.Older(var lines) -> {
                    switch (readings.get(i)) {
                        case Reading.Ready(var posting, _) -> sum.revise(posting, lines);
                        case Reading.Unapplied unapplied -> sum.leave(unapplied.event());
                    }
                }
            }
        }
        return new Foreseen(sum.moves, sum.waiting, sum.recounted);
    }

    private static final class Sum {

        private final List<Move> moves = new ArrayList<>();
        private final Set<Shelf> waiting = new HashSet<>();
        private final Set<LevelKey> recounted = new HashSet<>();

        void leave(SourceEvent event) {
            event.lines().forEach(line -> waiting.add(new Shelf(event.location(), line.sku())));
        }

        /** As the ledger does: what stands is taken back at its own time. */
        void revise(Posting posting, List<Standing> before) {
            for (Standing line : before) {
                if (line.count()) {
                    recounted.add(new LevelKey(posting.tenant(), line.location(), line.variant()));
                } else {
                    moves.add(back(posting, line));
                }
            }
            posting.lines().forEach(line -> moves.add(move(posting, line)));
        }
    }

    private static Move back(Posting posting, Standing line) {
        return new Move(
                posting.identity().externalId(),
                line.no(),
                line.location(),
                line.variant(),
                false,
                line.quantity().negated(),
                line.at(),
                posting.receivedAt());
    }

    private static Move move(Posting posting, Line line) {
        boolean count = line instanceof Line.Count;
        Quantity quantity =
                switch (line) {
                    case Line.Count counted -> counted.counted();
                    case Line.Change change -> change.quantity();
                    case Line.Release _, Line.Grant _ ->
                            throw new IllegalStateException("no event promises stock");
                };
        return new Move(
                posting.identity().externalId(),
                line.no(),
                line.location(),
                line.variant(),
                count,
                quantity,
                posting.effectiveAt(),
                posting.receivedAt());
    }
}
