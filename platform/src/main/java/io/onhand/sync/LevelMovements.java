package io.onhand.sync;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.Movement;
import io.onhand.stock.MovementFilter;
import io.onhand.stock.MovementId;
import io.onhand.stock.MovementQueries;
import io.onhand.stock.MovementType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the movements of a level. */
@Component
class LevelMovements {

    private static final int MOVEMENTS_PER_STEP = 500;

    private final MovementQueries movements;

    LevelMovements(MovementQueries movements) {
        this.movements = movements;
    }

    /** In the order of their numbers, the first and the last included. */
    List<Moved> between(LocationId location, VariantId variant, long first, long last) {
        List<Moved> moved = new ArrayList<>();
        for (Movement movement : read(location, variant, last, (int) (last - first + 1))) {
            moved.add(moved(movement));
        }
        Collections.reverse(moved);
        return moved;
    }

    /** Whether the last movement of a level that is part of its number was recorded since. */
    boolean movedSince(Compared level, Instant since) {
        return level.version() > 0
                && between(level.location(), level.variant(), level.version(), level.version())
                        .stream()
                        .anyMatch(last -> !last.recordedAt().isBefore(since));
    }

    /** By how much a level moved here after a time. */
    Quantity movedAfter(LocationId location, VariantId variant, Instant time) {
        var since = onHandFrom(location, variant, time.plus(1, ChronoUnit.MICROS));
        Quantity sum = Quantity.ZERO;
        var before = Movement.Position.END;
        List<Movement> some;
        do {
            some = movements.ofLevel(since, before, MOVEMENTS_PER_STEP);
            for (Movement movement : some) {
                sum = sum.plus(movement.quantity());
                before = movement.position();
            }
        } while (some.size() == MOVEMENTS_PER_STEP);
        return sum;
    }

    private static MovementFilter onHandFrom(LocationId location, VariantId variant, Instant from) {
        return new MovementFilter(
                variant,
                location,
                null,
                Account.ON_HAND,
                null,
                MovementFilter.Clock.OCCURRED,
                from,
                MovementFilter.END);
    }

    private List<Movement> read(LocationId location, VariantId variant, long last, int count) {
        var before = new Movement.Position(MovementFilter.END, last + 1);
        return movements.ofLevel(MovementFilter.ofLevel(location, variant), before, count);
    }

    private Moved moved(Movement movement) {
        MovementId because = movement.because();
        return new Moved(
                movement.id().levelSeq(),
                movement.account(),
                movement.type(),
                movement.quantity(),
                movement.counted(),
                movement.occurredAt(),
                movement.recordedAt(),
                because == null ? null : because.levelSeq(),
                takesBackCount(movement),
                movement.posting().id(),
                movement.posting().identity().source());
    }

    private boolean takesBackCount(Movement movement) {
        MovementId back = movement.corrects();
        if (movement.type() != MovementType.REVERSAL || back == null) {
            return false;
        }
        return read(back.location(), back.variant(), back.levelSeq(), 1).stream()
                .map(Movement::type)
                .anyMatch(
                        type ->
                                type == MovementType.COUNT
                                        || type == MovementType.COUNT_CORRECTION);
    }
}
