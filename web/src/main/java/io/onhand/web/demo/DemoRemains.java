package io.onhand.web.demo;

import io.onhand.database.StartRefused;
import io.onhand.identity.ApiKeys;
import io.onhand.identity.People;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Refuses to start in production on a database in which keys or people of the demo are left:
 * everybody knows them.
 */
@Component
@Profile("production")
class DemoRemains implements SmartInitializingSingleton {

    private final ApiKeys keys;
    private final People people;

    DemoRemains(ApiKeys keys, People people) {
        this.keys = keys;
        this.people = people;
    }

    /** Before the doors open. */
    @Override
    public void afterSingletonsInstantiated() {
        boolean key =
                Stream.concat(DemoKey.LEAF.stream(), Stream.of(DemoKey.LAST))
                        .anyMatch(one -> keys.find(one.text()).isPresent());
        boolean person =
                DemoPerson.ALL.stream()
                        .flatMap(one -> people.byEmail(one.email()).stream())
                        .anyMatch(one -> people.find(one.id()).isPresent());
        if (key || person) {
            throw new StartRefused(
                    "The profile production does not run with "
                            + (key ? "API keys" : "people")
                            + " of the demo world, and this database holds some.",
                    "Start with an empty database (ONHAND_DATABASE_URL): the demo's secrets are"
                            + " known to everybody.");
        }
    }
}
