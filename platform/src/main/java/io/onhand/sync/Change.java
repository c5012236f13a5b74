package io.onhand.sync;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.plugin.StockChange;
import io.onhand.stock.MovementType;
import io.onhand.stock.PostingId;
import io.onhand.sync.Comparing.Key;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that a vendor is to be told.
 *
 * @param posting what it comes from; null if it only says again what is here
 * @param item the vendor's name of the item
 * @param place the vendor's name of the place
 */
record Change(
        String key,
        LocationId location,
        VariantId variant,
        long levelSeq,
        @Nullable PostingId posting,
        String item,
        String place,
        String type,
        Quantity quantity,
        Instant occurredAt) {

    boolean isCount() {
        return type.equals(MovementType.COUNT.word());
    }

    Key level() {
        return new Key(location, variant);
    }

    StockChange told() {
        return new StockChange(key, item, place, type, quantity.toString(), occurredAt.toString());
    }
}
