package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import io.onhand.admin.ui.StoreTime;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.Level;
import io.onhand.stock.Movement;
import io.onhand.stock.MovementFilter;
import io.onhand.stock.MovementQueries;
import io.onhand.stock.MovementType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Draws what was on hand, as it happened: back from the number of now, fact by fact. */
@Component
class BalanceCharts {

    /** Days that are drawn. */
    static final int DAYS = 30;

    /** Movements that are drawn; with more of them the line begins later. */
    static final int MOVEMENTS_MAX = 2_000;

    private static final int LABEL_EVERY_DAYS = 7;

    private final MovementQueries movements;

    BalanceCharts(MovementQueries movements) {
        this.movements = movements;
    }

    /** From one fact to the next. */
    private record Step(Instant from, Quantity onHand) {}

    /**
     * @param from since when nothing is missing
     * @param facts what happened after that, oldest first
     */
    private record Known(Instant from, List<Movement> facts) {}

    BalanceChart chart(Level level, String place, String timeZone) {
        var zone = ZoneId.of(timeZone);
        Instant end = level.asOf();
        Instant begin = end.minus(Duration.ofDays(DAYS));
        var known = known(level, begin);
        var steps = steps(level, known);
        var scale = ChartScale.of(begin, end, steps.stream().map(Step::onHand).toList());
        long left = scale.x(known.from());
        var line = new StringBuilder("M" + left + " " + scale.y(steps.getFirst().onHand()));
        for (Step step : steps) {
            line.append('H').append(scale.x(step.from()));
            line.append('V').append(scale.y(step.onHand()));
        }
        line.append('H').append(scale.x(end));
        return new BalanceChart(
                place,
                line.toString(),
                line + "V" + scale.bottom() + "H" + left + "Z",
                marks(known.facts(), scale),
                scale.grid(),
                dates(begin, end, zone, scale),
                new BalanceChart.End(
                        scale.x(end), scale.y(level.onHand()), new Figure(level.onHand())),
                days(steps, end, zone));
    }

    /**
     * What is known of the time that is drawn. Nothing is recorded before it happened, so whatever
     * happened after the oldest of the newest was recorded is among them; of what was before, some
     * may be missing, and so it is not drawn.
     */
    private Known known(Level level, Instant begin) {
        var filter =
                new MovementFilter(
                        level.variantId(),
                        level.locationId(),
                        null,
                        Account.ON_HAND,
                        null,
                        MovementFilter.Clock.OCCURRED,
                        begin,
                        MovementFilter.END);
        var read = movements.ofLevel(filter, Movement.Position.END, MOVEMENTS_MAX + 1);
        Instant from = read.size() > MOVEMENTS_MAX ? read.getLast().recordedAt() : begin;
        return new Known(
                from,
                read.stream()
                        .filter(fact -> fact.occurredAt().isAfter(from))
                        .sorted(Comparator.comparing(Movement::occurredAt))
                        .toList());
    }

    private static List<Step> steps(Level level, Known known) {
        var steps = new ArrayList<Step>();
        var onHand = level.onHand();
        for (Movement fact : known.facts().reversed()) {
            steps.addFirst(new Step(fact.occurredAt(), onHand));
            onHand = onHand.minus(fact.quantity());
        }
        steps.addFirst(new Step(known.from(), onHand));
        return steps;
    }

    private static List<BalanceChart.Mark> marks(List<Movement> facts, ChartScale scale) {
        return facts.stream()
                .filter(
                        fact ->
                                fact.type() == MovementType.COUNT
                                        || fact.type() == MovementType.RECEIPT)
                .map(
                        fact ->
                                new BalanceChart.Mark(
                                        scale.x(fact.occurredAt()),
                                        fact.type() == MovementType.COUNT))
                .toList();
    }

    private static List<BalanceChart.Label> dates(
            Instant begin, Instant end, ZoneId zone, ChartScale scale) {
        var labels = new ArrayList<BalanceChart.Label>();
        LocalDate last = end.atZone(zone).toLocalDate();
        for (int back = 0; back < DAYS; back += LABEL_EVERY_DAYS) {
            var date = last.minusDays(back);
            Instant noon = date.atTime(12, 0).atZone(zone).toInstant();
            if (noon.isAfter(begin)) {
                labels.addFirst(
                        new BalanceChart.Label(
                                scale.x(noon.isAfter(end) ? end : noon),
                                StoreTime.dayOfMonth(date)));
            }
        }
        return labels;
    }

    private static List<BalanceChart.Day> days(List<Step> steps, Instant end, ZoneId zone) {
        var days = new ArrayList<BalanceChart.Day>();
        LocalDate last = end.atZone(zone).toLocalDate();
        for (int back = 0; back < DAYS; back++) {
            var date = last.minusDays(back);
            Instant over = date.plusDays(1).atStartOfDay(zone).toInstant();
            steps.reversed().stream()
                    .filter(step -> step.from().isBefore(over))
                    .findFirst()
                    .ifPresent(
                            step ->
                                    days.add(
                                            new BalanceChart.Day(
                                                    StoreTime.day(date),
                                                    new Figure(step.onHand()))));
        }
        return days;
    }
}
