package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import io.onhand.admin.ui.StoreTime;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.Movement;
import io.onhand.stock.MovementId;
import io.onhand.stock.MovementType;
import io.onhand.stock.Posted;
import io.onhand.stock.PostingId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lays out movements as a tape. A correction is no stop of its own: it hangs below the count that
 * it belongs to, and is told with the late fact that caused it. What was ignored hangs below what
 * it repeats.
 */
class TapeLayout {

    private final Words words;
    private final MovementWords say;
    private final StoreTime clock;
    private final Map<MovementId, Movement> byId;
    private final Map<MovementId, Movement> correctionOf = new HashMap<>();
    private final Map<MovementId, List<Movement>> correctionsOn = new HashMap<>();
    private final Map<PostingId, List<Posted.Repeat>> repeats;
    private final List<Tape.Day> days = new ArrayList<>();
    private List<Tape.Stop> stops = new ArrayList<>();
    private @Nullable LocalDate day;

    TapeLayout(
            Words words,
            MovementWords say,
            StoreTime clock,
            List<Movement> movements,
            List<Posted.Repeat> repeats) {
        this.words = words;
        this.say = say;
        this.clock = clock;
        this.byId = movements.stream().collect(Collectors.toMap(Movement::id, Function.identity()));
        this.repeats = repeats.stream().collect(Collectors.groupingBy(Posted.Repeat::posting));
        movements.forEach(this::pair);
    }

    private void pair(Movement movement) {
        if (movement.type() == MovementType.COUNT_CORRECTION && movement.corrects() != null) {
            correctionsOn
                    .computeIfAbsent(movement.corrects(), none -> new ArrayList<>())
                    .add(movement);
            if (movement.because() != null && byId.containsKey(movement.because())) {
                correctionOf.put(movement.because(), movement);
            }
        }
    }

    /**
     * The tape of the movements, newest first. What was heard of late stands where it was heard of,
     * under the day of what was known then.
     *
     * @param today the shop's date now
     */
    Tape tape(List<Movement> movements, LocalDate today) {
        var told = movements.stream().filter(m -> !isToldWithItsCause(m)).toList();
        var dates = new ArrayList<LocalDate>();
        LocalDate latest = LocalDate.MIN;
        for (Movement movement : told.reversed()) {
            var date = clock.date(movement.occurredAt());
            latest = date.isAfter(latest) ? date : latest;
            dates.addFirst(latest);
        }
        for (int i = 0; i < told.size(); i++) {
            add(told.get(i), dates.get(i), today);
        }
        return new Tape(List.copyOf(days));
    }

    private boolean isToldWithItsCause(Movement movement) {
        return movement.because() != null && movement.equals(correctionOf.get(movement.because()));
    }

    private void add(Movement movement, LocalDate date, LocalDate today) {
        if (!date.equals(day)) {
            day = date;
            stops = new ArrayList<>();
            days.add(new Tape.Day(dayName(date, today), stops));
        }
        var correction = correctionOf.get(movement.id());
        stops.add(correction == null ? stop(movement, date) : late(movement, correction, date));
        repeats.getOrDefault(movement.posting().id(), List.of())
                .forEach(repeat -> stops.add(ignored(movement, repeat)));
        correctionsOn
                .getOrDefault(movement.id(), List.of())
                .forEach(late -> stops.add(correction(late)));
    }

    /** Under another day than its own, a time says which day it is of. */
    private String time(Movement movement, LocalDate date) {
        return clock.date(movement.occurredAt()).equals(date)
                ? clock.seconds(movement.occurredAt())
                : clock.dayAndMinutes(movement.occurredAt());
    }

    private String dayName(LocalDate date, LocalDate today) {
        String name = StoreTime.day(date);
        if (date.equals(today)) {
            return words.say("day.today", name);
        }
        return date.plusDays(1).equals(today) ? words.say("day.yesterday", name) : name;
    }

    private Tape.Stop stop(Movement movement, LocalDate date) {
        return new Tape.Stop(
                say.kind(movement),
                time(movement, date),
                say.times(movement),
                say.recorded(movement),
                say.what(movement),
                say.why(movement),
                say.trail(movement),
                change(movement.quantity()),
                movement.account() == Account.ON_HAND ? new Figure(movement.balanceAfter()) : null,
                "#" + movement.id().levelSeq(),
                movement.posting().delivery());
    }

    /** A fact that a count had seen already, and the correction that says so: on hand stays. */
    private Tape.Stop late(Movement movement, Movement correction, LocalDate date) {
        var net = movement.quantity().plus(correction.quantity());
        return new Tape.Stop(
                "count",
                time(movement, date),
                say.times(movement),
                say.recorded(movement),
                words.say("late.what", say.what(movement)),
                words.say(
                        "late.why",
                        clock.dayAndMinutes(correction.occurredAt()),
                        new Figure(correction.quantity()).signed()),
                say.trail(movement),
                change(net),
                new Figure(correction.balanceAfter()),
                "#" + movement.id().levelSeq() + "–" + correction.id().levelSeq(),
                movement.posting().delivery());
    }

    private Tape.Stop correction(Movement correction) {
        Movement cause = correction.because() == null ? null : byId.get(correction.because());
        return new Tape.Stop(
                "ghost kept",
                clock.seconds(correction.recordedAt()),
                say.times(correction),
                "",
                words.say("correction.what", new Figure(correction.quantity()).signed()),
                cause == null
                        ? words.say("correction.why")
                        : words.say(
                                "correction.cause",
                                say.what(cause),
                                clock.dayAndMinutes(cause.occurredAt())),
                "",
                "",
                null,
                "",
                correction.posting().delivery());
    }

    private Tape.Stop ignored(Movement movement, Posted.Repeat repeat) {
        return new Tape.Stop(
                "ghost",
                clock.seconds(repeat.at()),
                clock.exact(repeat.at()),
                "",
                words.say("ignored." + repeat.kind()),
                words.say("ignored.why." + repeat.kind(), movement.id().levelSeq()),
                "",
                change(movement.quantity()),
                null,
                "",
                repeat.delivery());
    }

    private static String change(Quantity quantity) {
        return new Figure(quantity).signed();
    }
}
