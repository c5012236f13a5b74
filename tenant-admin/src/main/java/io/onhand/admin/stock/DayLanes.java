package io.onhand.admin.stock;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.onhand.admin.ui.Figure;
import io.onhand.admin.ui.StoreTime;
import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.stock.SalesQueries;
import io.onhand.stock.SalesQueries.Minute;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Draws what locations sold today, each by its own clock. */
@Component
class DayLanes {

    /** Minutes that are read: all, even of a day with an hour more. */
    static final int MINUTES_MAX = 25 * 60 * Places.MAX;

    private static final long WIDTH = 480;
    private static final long MINUTES = Duration.ofDays(1).toMinutes();
    private static final long ZERO = 34;
    private static final long PER_UNIT = 7;
    private static final long UNITS_DRAWN_MAX = 4;

    private final SalesQueries sales;

    DayLanes(SalesQueries sales) {
        this.sales = sales;
    }

    List<Today.Lane> lanes(Places places, Instant now) {
        Instant from =
                places.shown().stream()
                        .map(place -> midnight(zone(place), now))
                        .reduce(now, (one, other) -> one.isBefore(other) ? one : other);
        Map<LocationId, List<Minute>> minutes =
                sales.minutes(places.ids(), from, MINUTES_MAX).stream()
                        .collect(groupingBy(Minute::location));
        return places.shown().stream()
                .map(place -> lane(place, minutes.getOrDefault(place.id(), List.of()), now))
                .toList();
    }

    private static ZoneId zone(Location place) {
        return ZoneId.of(place.timeZone());
    }

    private static Instant midnight(ZoneId zone, Instant now) {
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private static Today.Lane lane(Location place, List<Minute> found, Instant now) {
        var zone = zone(place);
        Instant midnight = midnight(zone, now);
        var today = found.stream().filter(minute -> !minute.begin().isBefore(midnight)).toList();
        var sold =
                today.stream().map(Minute::change).reduce(Quantity.ZERO, Quantity::plus).negated();
        return new Today.Lane(
                place.code(),
                place.name(),
                path(today, Minute::lowest, zone, -1),
                path(today, Minute::highest, zone, 1),
                x(now, zone),
                new StoreTime(zone).minutes(now, now),
                new Figure(sold));
    }

    /** Marks of the same place hide each other, so the greatest of a minute stands for all. */
    private static String path(
            List<Minute> today, Function<Minute, Quantity> greatest, ZoneId zone, int sign) {
        return today.stream()
                .filter(minute -> greatest.apply(minute).signum() == sign)
                .map(minute -> mark(x(minute.begin(), zone), sign * height(greatest.apply(minute))))
                .distinct()
                .collect(joining());
    }

    private static String mark(long x, long height) {
        return "M" + x + " " + ZERO + "v" + height;
    }

    private static long height(Quantity change) {
        long units = Math.abs(change.millionths()) / Quantity.UNIT;
        return PER_UNIT * Math.clamp(units, 1, UNITS_DRAWN_MAX);
    }

    private static long x(Instant time, ZoneId zone) {
        var local = time.atZone(zone).toLocalTime();
        return (local.getHour() * 60L + local.getMinute()) * WIDTH / MINUTES;
    }
}
