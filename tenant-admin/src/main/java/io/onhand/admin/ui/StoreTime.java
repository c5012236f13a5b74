package io.onhand.admin.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as the clock of a location shows them.
 *
 * @param zone the location's time zone
 */
public record StoreTime(ZoneId zone) {

    private static final DateTimeFormatter SECONDS = format("HH:mm:ss");
    private static final DateTimeFormatter MINUTES = format("HH:mm");
    private static final DateTimeFormatter DAY_AND_MINUTES = format("EEE d MMM, HH:mm");
    private static final DateTimeFormatter DAY = format("EEEE d MMMM");
    private static final DateTimeFormatter DAY_OF_MONTH = format("d MMM");
    private static final DateTimeFormatter LISTED = format("EEE d MMM, HH:mm:ss");
    private static final DateTimeFormatter ZONE = format("zzz");
    private static final DateTimeFormatter EXACT = format("EEEE d MMMM yyyy, HH:mm:ss.SSSSSS zzz");

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }

    /** {@code 14:31:52}. */
    public String seconds(Instant time) {
        return SECONDS.format(at(time));
    }

    /** {@code 14:31}, with the day when it is another than that of {@code beside}. */
    public String minutes(Instant time, Instant beside) {
        return (date(time).equals(date(beside)) ? MINUTES : DAY_AND_MINUTES).format(at(time));
    }

    /** {@code Mon 23 Nov, 17:55}. */
    public String dayAndMinutes(Instant time) {
        return DAY_AND_MINUTES.format(at(time));
    }

    /** {@code Mon 23 Nov, 17:55:08}. */
    public String listed(Instant time) {
        return LISTED.format(at(time));
    }

    /** {@code GMT}: how the zone is called at a time. */
    public String zoneName(Instant time) {
        return ZONE.format(at(time));
    }

    /** {@code Tuesday 24 November}. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code 24 Nov}. */
    public static String dayOfMonth(LocalDate date) {
        return DAY_OF_MONTH.format(date);
    }

    /** All there is to know of a time, with the zone. */
    public String exact(Instant time) {
        return EXACT.format(at(time)) + " (" + zone + ")";
    }

    /** The date there. */
    public LocalDate date(Instant time) {
        return at(time).toLocalDate();
    }

    /** {@code 0.6}: seconds with one decimal, at least that. */
    public static String tenths(Duration time) {
        return "%d.%d".formatted(time.toSeconds(), time.toMillisPart() / 100);
    }

    private ZonedDateTime at(Instant time) {
        return time.atZone(zone);
    }
}
