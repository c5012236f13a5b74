package io.onhand.web.demo;

import io.onhand.identity.ApiKeys;
import io.onhand.identity.LocationLimit;
import io.onhand.locations.LocationQueries;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the keys of the current retailer; again does nothing. */
@Component
@OnDemo
class DemoKeys {

    private final ApiKeys keys;
    private final LocationQueries locations;

    DemoKeys(ApiKeys keys, LocationQueries locations) {
        this.keys = keys;
        this.locations = locations;
    }

    void make(DemoKey key) {
        if (keys.find(key.text()).isEmpty()) {
            keys.create(key.name(), key.role(), limit(key), key.text());
        }
    }

    private LocationLimit limit(DemoKey key) {
        return key.locations().isEmpty()
                ? new LocationLimit.Everywhere()
                : new LocationLimit.Only(Set.copyOf(locations.idsByCode(key.locations()).values()));
    }
}
