package onhand.plugins.square;

import io.onhand.plugin.Observation;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What Square takes the stock of an article at a location to be. It may be below zero.
 *
 * @param shelf where
 * @param quantity plain
 * @param at when Square calculated it, which it does after each change
 */
record StockCount(Shelf shelf, String quantity, Instant at) {

    private static final int ITEM_MAX = 64;
    private static final int LOCATION_MAX = 64;

    /**
     * Nothing if it is of a state other than in stock.
     *
     * @throws Misfit if it cannot be read
     */
    static Optional<StockCount> read(JsonNode count) {
        if (!Json.text(count, "state").equals("IN_STOCK")) {
            return Optional.empty();
        }
        return Optional.of(
                new StockCount(
                        new Shelf(
                                Json.id(count, "catalog_object_id", ITEM_MAX),
                                Json.id(count, "location_id", LOCATION_MAX)),
                        Amount.plain(Amount.of(count, "quantity")),
                        Times.of(count, "calculated_at")));
    }

    Observation observation() {
        return new Observation(shelf.item(), shelf.location(), quantity, at.toString());
    }
}
