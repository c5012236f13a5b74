package io.onhand.admin.ui;

import io.onhand.locations.Location;
import io.onhand.locations.LocationQueries;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a page with numbers follows: the stock of the locations that its visitor may see. */
@Component("liveTopics")
public class LiveTopics {

    /** Locations that one page follows; what moves in others is seen at the next reading. */
    static final int TOPICS_MAX = 100;

    private final LocationQueries locations;

    LiveTopics(LocationQueries locations) {
        this.locations = locations;
    }

    /** The topics, with a space between. */
    public String of(Visitor visitor) {
        return locations.page("", visitor.only(), TOPICS_MAX).stream()
                .map(Location::code)
                .filter(code -> !code.contains(" "))
                .map(code -> "stock:" + code)
                .collect(Collectors.joining(" "));
    }
}
