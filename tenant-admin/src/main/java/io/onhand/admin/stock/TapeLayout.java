package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
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
     * The tape of the movements, newest first.
     *
     * @param today the shop's date now
     */
    Tape tape(List<Movement> movements, LocalDate today) {
        for (Movement movement : movements) {
            if (!isToldWithItsCause(movement)) {
                add(movement, today);
            }
        }
        return new Tape(List.copyOf(days));
    }

    private boolean isToldWithItsCause(Movement movement) {
        return movement.because() != null && movement.equals(correctionOf.get(movement.because()));
    }

    private void add(Movement movement, LocalDate today) {
        var correction = correctionOf.get(movement.id());
        var shownAt = correction == null ? movement.occurredAt() : movement.recordedAt();
        var date = clock.date(shownAt);
        if (!date.equals(day)) {
            day = date;
            stops = new ArrayList<>();
            days.add(new Tape.Day(dayName(date, today), stops));
        }
        stops.add(correction == null ? stop(movement) : late(movement, correction));
        repeats.getOrDefault(movement.posting().id(), List.of())
                .forEach(repeat -> stops.add(ignored(movement, repeat)));
        correctionsOn
                .getOrDefault(movement.id(), List.of())
                .forEach(late -> stops.add(correction(late)));
    }

    private String dayName(LocalDate date, LocalDate today) {
        String name = StoreTime.day(date);
        if (date.equals(today)) {
            return words.say("day.today", name);
        }
        return date.plusDays(1).equals(today) ? words.say("day.yesterday", name) : name;
    }

    private Tape.Stop stop(Movement movement) {
        return new Tape.Stop(
                say.kind(movement),
                clock.seconds(movement.occurredAt()),
                say.times(movement),
                say.recorded(movement),
                say.what(movement),
                say.why(movement),
                say.trail(movement),
                change(movement.quantity()),
                movement.account() == Account.ON_HAND ? new Figure(movement.balanceAfter()) : null,
                "#" + movement.id().levelSeq());
    }

    /** A fact that a count had seen already, and the correction that says so: on hand stays. */
    private Tape.Stop late(Movement movement, Movement correction) {
        var net = movement.quantity().plus(correction.quantity());
        return new Tape.Stop(
                "count",
                clock.seconds(movement.recordedAt()),
                say.times(movement),
                words.say("late.time", clock.dayAndMinutes(movement.occurredAt())),
                words.say("late.what", say.what(movement)),
                words.say(
                        "late.why",
                        clock.dayAndMinutes(correction.occurredAt()),
                        new Figure(correction.quantity()).signed()),
                say.trail(movement),
                change(net),
                new Figure(correction.balanceAfter()),
                "#" + movement.id().levelSeq() + "–" + correction.id().levelSeq());
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
                "");
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
                "");
    }

    private static String change(Quantity quantity) {
        return new Figure(quantity).signed();
    }
}
