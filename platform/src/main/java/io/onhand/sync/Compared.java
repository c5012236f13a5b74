package io.onhand.sync;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.plugin.Observation;
import io.onhand.stock.Level;
import io.onhand.sync.Comparing.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A level of ours and what a till takes it to be.
 *
 * @param theirs the sum of all items of the till that are this one of ours
 * @param version of our level; 0 if it never moved
 * @param all what the till was seen to have, of each of its items that are this one of ours
 */
record Compared(
        LocationId location,
        VariantId variant,
        Quantity theirs,
        Quantity ours,
        long version,
        List<Observation> all) {

    Compared {
        all = List.copyOf(all);
    }

    Key key() {
        return new Key(location, variant);
    }

    /** One of what the till was seen to have. */
    Observation seen() {
        return all.getFirst();
    }

    /** The same with our number as it is now. */
    Compared beside(@Nullable Level now) {
        return new Compared(
                location,
                variant,
                theirs,
                now == null ? Quantity.ZERO : now.onHand(),
                now == null ? 0 : now.version(),
                all);
    }

    /** The same with another number of theirs. */
    Compared withTheirs(Quantity there) {
        return new Compared(location, variant, there, ours, version, all);
    }

    boolean agrees() {
        return theirs.equals(ours);
    }
}
