package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.Movement;
import io.onhand.stock.MovementFilter;
import io.onhand.stock.MovementQueries;
import io.onhand.stock.MovementType;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * On hand in one line: what was counted last, and what came since, by kind. Late facts from before
 * the count are not in it, nor their corrections: together they are nothing.
 */
@Component
class LevelSum {

    /** Counts looked at to find one that stands. */
    static final int COUNTS_MAX = 20;

    /** Movements that are added up; beyond it a sum in one line says nothing to anybody. */
    static final int MOVEMENTS_MAX = 1_000;

    private final MovementQueries movements;
    private final Words words;

    LevelSum(MovementQueries movements, Words words) {
        this.movements = movements;
        this.words = words;
    }

    /**
     * What a level is made of.
     *
     * @param count the last count that stands, or null when there was none
     * @param terms empty when too many movements came since
     */
    record Parts(@Nullable Movement count, List<LevelExplanation.Term> terms) {}

    Parts parts(LocationId location, VariantId variant) {
        var counts =
                read(location, variant, MovementType.COUNT, MovementFilter.BEGINNING, COUNTS_MAX)
                        .stream()
                        .sorted(Comparator.comparing(Movement::occurredAt).reversed())
                        .toList();
        for (Movement count : counts) {
            var since = since(location, variant, count.occurredAt());
            if (since.stream().noneMatch(m -> count.id().equals(takenBack(m)))) {
                return new Parts(count, terms(count, since));
            }
        }
        return new Parts(null, terms(null, since(location, variant, MovementFilter.BEGINNING)));
    }

    private static @Nullable Object takenBack(Movement movement) {
        return movement.type() == MovementType.REVERSAL ? movement.corrects() : null;
    }

    private List<Movement> since(LocationId location, VariantId variant, Instant time) {
        return read(location, variant, null, time, MOVEMENTS_MAX + 1);
    }

    private List<Movement> read(
            LocationId location,
            VariantId variant,
            @Nullable MovementType type,
            Instant from,
            int limit) {
        var filter =
                new MovementFilter(
                        variant,
                        location,
                        null,
                        Account.ON_HAND,
                        type,
                        MovementFilter.Clock.OCCURRED,
                        from,
                        MovementFilter.END);
        return movements.ofLevel(filter, Movement.Position.END, limit);
    }

    private List<LevelExplanation.Term> terms(@Nullable Movement count, List<Movement> since) {
        if (since.size() > MOVEMENTS_MAX) {
            return List.of();
        }
        Map<MovementType, Quantity> sums = new EnumMap<>(MovementType.class);
        since.stream()
                .filter(m -> count == null || m.occurredAt().isAfter(count.occurredAt()))
                .forEach(m -> sums.merge(m.type(), m.quantity(), Quantity::plus));
        var terms = new java.util.ArrayList<LevelExplanation.Term>();
        var start = count == null || count.counted() == null ? Quantity.ZERO : count.counted();
        terms.add(
                new LevelExplanation.Term(
                        "",
                        new Figure(start).toString(),
                        words.say(count == null ? "sum.start" : "sum.counted")));
        sums.forEach((type, sum) -> terms.add(term(type, new Figure(sum))));
        return terms;
    }

    private LevelExplanation.Term term(MovementType type, Figure sum) {
        return new LevelExplanation.Term(
                sum.quantity().signum() < 0 ? "\u2212" : "+",
                sum.size(),
                words.say("sum." + type.word()));
    }
}
