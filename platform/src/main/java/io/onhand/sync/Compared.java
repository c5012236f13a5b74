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
 * @param foreseen what the events of an observed connection have to do with it
 */
record Compared(
        LocationId location,
        VariantId variant,
        Quantity theirs,
        Quantity ours,
        long version,
        List<Observation> all,
        Foreseen foreseen) {

    Compared {
        all = List.copyOf(all);
    }

    /** Of a level of which nothing is foreseen. */
    Compared(
            LocationId location,
            VariantId variant,
            Quantity theirs,
            Quantity ours,
            long version,
            List<Observation> all) {
        this(location, variant, theirs, ours, version, all, Foreseen.NOTHING);
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

    /** The same with the number that would be ours if the connection were live. */
    Compared foreseen(Quantity would, Foreseen events) {
        return new Compared(location, variant, theirs, would, version, all, events);
    }

    /** Whether our number was another one before. */
    boolean hasMovedSince(Compared before) {
        return version != before.version() || !ours.equals(before.ours());
    }

    /** Whether there is a number of ours at all, and not only none. */
    boolean isKnownHere() {
        return version > 0 || foreseen.counted();
    }

    boolean agrees() {
        return theirs.equals(ours);
    }
}
