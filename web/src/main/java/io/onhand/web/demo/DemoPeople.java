package io.onhand.web.demo;

import io.onhand.identity.LocationLimit;
import io.onhand.identity.Membership;
import io.onhand.identity.Operators;
import io.onhand.identity.People;
import io.onhand.locations.LocationQueries;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the people of the current retailer, and who belongs to none; again changes nothing. */
@Component
@OnDemo
class DemoPeople {

    private final People people;
    private final LocationQueries locations;
    private final Operators operators;

    DemoPeople(People people, LocationQueries locations, Operators operators) {
        this.people = people;
        this.locations = locations;
        this.operators = operators;
    }

    void make(String tenant) {
        for (DemoPerson person : DemoPerson.ALL) {
            if (person.tenant() == null || person.tenant().equals(tenant)) {
                var made = people.create(person.email(), person.name(), DemoPerson.PASSWORD);
                if (person.tenant() != null) {
                    people.admit(new Membership(made.id(), person.role(), limit(person)));
                } else {
                    operators.appoint(made.id());
                }
            }
        }
    }

    private LocationLimit limit(DemoPerson person) {
        return person.locations().isEmpty()
                ? new LocationLimit.Everywhere()
                : new LocationLimit.Only(
                        Set.copyOf(locations.idsByCode(person.locations()).values()));
    }
}
