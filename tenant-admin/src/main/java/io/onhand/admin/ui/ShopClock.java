package io.onhand.admin.ui;

import io.onhand.locations.Location;
import io.onhand.locations.LocationQueries;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whose clock a page shows that is about no single location: that of the first store in sight, or
 * else of the first location; without any it is UTC.
 */
@Component("shopClock")
public class ShopClock {

    /** Locations among which the first store is looked for. */
    static final int PLACES_MAX = 50;

    private final LocationQueries locations;
    private final BusinessClock clock;
    private final MachineClock machine;

    ShopClock(LocationQueries locations, BusinessClock clock, MachineClock machine) {
        this.locations = locations;
        this.clock = clock;
        this.machine = machine;
    }

    /**
     * A clock's face.
     *
     * @param place whose clock it is; empty for UTC
     * @param zone its time zone, as IANA names it
     * @param name how the zone is called now: {@code GMT}
     * @param now hours and minutes there
     * @param ahead milliseconds by which the business's clock is ahead of the machine's
     */
    public record Face(String place, String zone, String name, String now, long ahead) {}

    /** The times of a list. */
    public StoreTime time(Visitor visitor) {
        return new StoreTime(zone(first(visitor)));
    }

    /** How that zone is called now: {@code GMT}. */
    public String zoneName(Visitor visitor) {
        return time(visitor).zoneName(clock.now());
    }

    /** What the status bar shows. */
    public Face face(Visitor visitor) {
        var first = first(visitor);
        var time = new StoreTime(zone(first));
        Instant now = clock.now();
        return new Face(
                first.map(Location::name).orElse(""),
                time.zone().getId(),
                time.zoneName(now),
                time.minutes(now, now),
                Duration.between(machine.now(), now).toMillis());
    }

    private Optional<Location> first(Visitor visitor) {
        return locations.page("", visitor.only(), PLACES_MAX).stream()
                .min(Comparator.comparing(Location::type).thenComparing(Location::code));
    }

    private static ZoneId zone(Optional<Location> place) {
        return place.map(found -> ZoneId.of(found.timeZone())).orElse(ZoneOffset.UTC);
    }
}
