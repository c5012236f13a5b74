package io.onhand.sync;

import io.onhand.measure.PlainText;
import io.onhand.measure.Quantity;
import io.onhand.plugin.Observation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Leaves out what cannot be an observation: nothing hangs on a single one. */
final class SeenStock {

    private SeenStock() {}

    static List<Observation> usable(List<Observation> seen) {
        return seen.stream().filter(SeenStock::isUsable).toList();
    }

    private static boolean isUsable(Observation seen) {
        try {
            PlainText.code(seen.item());
            PlainText.code(seen.location());
            Quantity.parse(seen.quantity());
            return Instant.parse(seen.at()).isBefore(Instant.parse("9999-01-01T00:00:00Z"));
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }
}
