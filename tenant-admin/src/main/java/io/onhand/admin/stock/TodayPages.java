package io.onhand.admin.stock;

import io.onhand.admin.ui.Visitor;
import io.onhand.locations.LocationQueries;
import io.onhand.tenancy.BusinessClock;
import org.springframework.stereotype.Component;

/** Reads what moved today, as far as a visitor may see it. */
@Component
public class TodayPages {

    private final LocationQueries locations;
    private final DayLanes lanes;
    private final NewestLines newest;
    private final BusinessClock clock;

    TodayPages(LocationQueries locations, DayLanes lanes, NewestLines newest, BusinessClock clock) {
        this.locations = locations;
        this.lanes = lanes;
        this.newest = newest;
        this.clock = clock;
    }

    /** What moved on hand today. */
    public Today today(Visitor visitor) {
        var now = clock.now();
        var places = Places.read(locations, "", visitor.only());
        return new Today(
                lanes.lanes(places, now), places.hasNext(), newest.lines(visitor.only(), now));
    }
}
