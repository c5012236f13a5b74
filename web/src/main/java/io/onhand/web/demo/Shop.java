package io.onhand.web.demo;

import io.onhand.locations.Location;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A place of the demo and how it trades.
 *
 * @param code of the location
 * @param till begins its document numbers
 * @param tickets sales on an ordinary day
 * @param size how much it holds, 1 for a shop
 */
record Shop(
        String code,
        String name,
        Location.Type type,
        ZoneId zone,
        String till,
        int tickets,
        int size) {

    static final int OPENS = 9;

    /** Customers by the hour, from {@link #OPENS}: quiet at first, busy at noon and after work. */
    private static final List<Integer> HOURS = List.of(3, 5, 7, 10, 9, 6, 6, 8, 10, 7, 3);

    private static final double SATURDAY = 1.6;
    private static final double SUNDAY = 0.7;
    private static final double MONDAY = 0.8;

    static Shop store(String code, String name, String zone, String till, int tickets) {
        return new Shop(code, name, Location.Type.STORE, ZoneId.of(zone), till, tickets, 1);
    }

    /** How busy it is at an hour of the day by its own clock, 0 when closed. */
    static int customers(int hour) {
        int at = hour - OPENS;
        return at < 0 || at >= HOURS.size() ? 0 : HOURS.get(at);
    }

    /** Sales of a day, before chance has its say. */
    double tickets(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return tickets
                * switch (day) {
                    case SATURDAY -> SATURDAY;
                    case SUNDAY -> SUNDAY;
                    case MONDAY -> MONDAY;
                    case TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> 1;
                };
    }

    /** How many of an article it likes to have after a delivery. */
    int par(Article article) {
        return (int) Math.ceil((article.weekly() * 2 + 3) * size);
    }

    /** Below this, the next delivery brings more. */
    int reorderPoint(Article article) {
        return (int) Math.ceil((article.weekly() * 0.8 + 1) * size);
    }
}
