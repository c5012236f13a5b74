package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The movements of a level, newest first, as they are shown.
 *
 * @param days the days of the shop, newest first
 */
public record Tape(List<Day> days) {

    /**
     * The stops of a day.
     *
     * @param name what the day is called
     */
    public record Day(String name, List<Stop> stops) {}

    /**
     * One stop of the tape.
     *
     * @param kind a class of the style sheet: {@code plus}, {@code out}, {@code count}, {@code
     *     ghost}
     * @param time by the shop's clock
     * @param exact all that is known of its times, with the zone
     * @param aside the other time, when there is something to say about it
     * @param what in a few words
     * @param why where it comes from and what it means
     * @param trail the sender's own names for it
     * @param change signed, or empty
     * @param balance on hand after it; null for what was ignored
     * @param number its number in the level, or empty
     * @param delivery the message that told of it, or null where none is kept
     */
    public record Stop(
            String kind,
            String time,
            String exact,
            String aside,
            String what,
            String why,
            String trail,
            String change,
            @Nullable Figure balance,
            String number,
            @Nullable UUID delivery) {}
}
