package io.onhand.web.api.v1;

import io.onhand.measure.Quantity;
import io.onhand.stock.Level;
import java.time.Instant;

/** A level as callers see it. */
record LevelAnswer(
        String sku,
        String location,
        Quantity onHand,
        Quantity available,
        Quantity committed,
        Quantity unavailable,
        Quantity incoming,
        Quantity inTransit,
        long version,
        Instant asOf) {

    static LevelAnswer of(Level level) {
        return new LevelAnswer(
                level.sku(),
                level.location(),
                level.onHand(),
                level.available(),
                level.committed(),
                level.unavailable(),
                level.incoming(),
                level.inTransit(),
                level.version(),
                level.asOf());
    }
}
