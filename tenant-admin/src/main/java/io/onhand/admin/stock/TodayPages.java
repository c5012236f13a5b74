package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import io.onhand.admin.ui.StoreTime;
import io.onhand.admin.ui.Visitor;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantDetails;
import io.onhand.locations.Location;
import io.onhand.locations.LocationQueries;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.Movement;
import io.onhand.stock.MovementFilter;
import io.onhand.stock.MovementQueries;
import io.onhand.stock.MovementType;
import io.onhand.stock.PostingHead;
import io.onhand.tenancy.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what moved today, as far as a visitor may see it. */
@Component
public class TodayPages {

    /** Movements that are looked at. */
    static final int MOVEMENTS_MAX = 3_000;

    static final int NEWEST_MAX = 8;

    private static final long WIDTH = 480;
    private static final long MINUTES = Duration.ofDays(1).toMinutes();
    private static final long ZERO = 34;
    private static final long PER_UNIT = 7;
    private static final long UNITS_DRAWN_MAX = 4;

    private final CatalogQueries catalog;
    private final LocationQueries locations;
    private final MovementQueries movements;
    private final SenderNames senders;
    private final Words words;
    private final BusinessClock clock;

    TodayPages(
            CatalogQueries catalog,
            LocationQueries locations,
            MovementQueries movements,
            SenderNames senders,
            Words words,
            BusinessClock clock) {
        this.catalog = catalog;
        this.locations = locations;
        this.movements = movements;
        this.senders = senders;
        this.words = words;
        this.clock = clock;
    }

    /** What moved on hand today. */
    public Today today(Visitor visitor) {
        var now = clock.now();
        var places =
                locations.page("", visitor.only(), LevelTables.PLACES_MAX).stream()
                        .sorted(Comparator.comparing(Location::type))
                        .toList();
        var found = recent(visitor, now);
        var byCode = places.stream().collect(Collectors.toMap(Location::code, Function.identity()));
        var newest =
                found.stream()
                        .filter(m -> byCode.containsKey(m.location()))
                        .sorted(Comparator.comparing(Movement::recordedAt).reversed())
                        .limit(NEWEST_MAX)
                        .toList();
        var sender = senders.of(newest);
        var items = items(newest);
        return new Today(
                found.size() < MOVEMENTS_MAX,
                places.stream().map(place -> lane(place, found, now)).toList(),
                newest.stream().map(m -> line(m, items, byCode, sender, now)).toList());
    }

    private Map<String, String> items(List<Movement> newest) {
        var skus = newest.stream().map(Movement::sku).distinct().toList();
        var ids = catalog.variantsBySku(skus).values().stream().map(Variant::id).toList();
        return catalog.details(ids).values().stream()
                .collect(Collectors.toMap(VariantDetails::sku, VariantDetails::fullName));
    }

    private List<Movement> recent(Visitor visitor, Instant now) {
        var filter =
                new MovementFilter(
                        null,
                        null,
                        visitor.only(),
                        Account.ON_HAND,
                        null,
                        MovementFilter.Clock.OCCURRED,
                        now.minus(Duration.ofDays(1)),
                        MovementFilter.END);
        return movements.levelByLevel(filter, null, MOVEMENTS_MAX);
    }

    private static Today.Lane lane(Location place, List<Movement> found, Instant now) {
        var zone = ZoneId.of(place.timeZone());
        Instant midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var sales =
                found.stream()
                        .filter(m -> m.location().equals(place.code()))
                        .filter(
                                m ->
                                        m.type() == MovementType.SALE
                                                || m.type() == MovementType.RETURN)
                        .filter(m -> !m.occurredAt().isBefore(midnight))
                        .toList();
        var sold =
                sales.stream()
                        .map(Movement::quantity)
                        .reduce(Quantity.ZERO, Quantity::plus)
                        .negated();
        return new Today.Lane(
                place.code(),
                place.name(),
                path(sales, zone, -1),
                path(sales, zone, 1),
                x(now, zone),
                new StoreTime(zone).minutes(now, now),
                new Figure(sold));
    }

    private static String path(List<Movement> sales, ZoneId zone, int sign) {
        return sales.stream()
                .filter(m -> m.quantity().signum() == sign)
                .map(m -> "M" + x(m.occurredAt(), zone) + " " + ZERO + "v" + sign * height(m))
                .collect(Collectors.joining());
    }

    private static long height(Movement sale) {
        long units = Math.abs(sale.quantity().millionths()) / Quantity.UNIT;
        return PER_UNIT * Math.clamp(units, 1, UNITS_DRAWN_MAX);
    }

    private static long x(Instant time, ZoneId zone) {
        var local = time.atZone(zone).toLocalTime();
        return (local.getHour() * 60L + local.getMinute()) * WIDTH / MINUTES;
    }

    private Today.Line line(
            Movement movement,
            Map<String, String> items,
            Map<String, Location> places,
            Function<PostingHead, String> sender,
            Instant now) {
        var place = Objects.requireNonNull(places.get(movement.location()));
        var time = new StoreTime(ZoneId.of(place.timeZone()));
        var say = new MovementWords(words, time, sender);
        return new Today.Line(
                movement.sku(),
                items.getOrDefault(movement.sku(), movement.sku()),
                movement.location(),
                place.name(),
                say.what(movement),
                time.minutes(movement.occurredAt(), now),
                say.times(movement),
                new Figure(movement.quantity()));
    }
}
