package onhand.plugins.square;

import io.onhand.plugin.Account;
import io.onhand.plugin.Outcome;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The merchant's locations. */
final class Locations {

    private static final String LOCATIONS = "/v2/locations";
    private static final int ID_MAX = 64;
    private static final int NAME_SHOWN_MAX = 200;

    private final SquareApi square;

    Locations(SquareApi square) {
        this.square = square;
    }

    Outcome<Account> account() {
        Outcome<JsonNode> outcome = square.get(LOCATIONS);
        if (!(outcome instanceof Outcome.Ok<JsonNode>(var answer))) {
            return Outcome.failed(outcome);
        }
        try {
            List<Account.Place> places =
                    answer.path("locations").valueStream().map(Locations::place).toList();
            return new Outcome.Ok<>(new Account(places));
        } catch (Misfit misfit) {
            return new Outcome.Fail<>(
                    "unexpected-answer", "Square's locations cannot be read: " + misfit.detail());
        }
    }

    private static Account.Place place(JsonNode location) {
        String id = Json.id(location, "id", ID_MAX);
        String name = Json.shown(Json.text(location, "name"), NAME_SHOWN_MAX);
        return new Account.Place(
                id, name.isEmpty() ? id : name, !Json.text(location, "status").equals("INACTIVE"));
    }
}
