package io.onhand.channels;

import io.onhand.catalog.VariantId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.locations.LocationId;
import io.onhand.stock.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * A level that a fact left lower than it can be in truth.
 *
 * @param kind {@code NEGATIVE_STOCK} or {@code OVERSOLD_PROMISE}
 */
record Shortfall(ExceptionKind kind, LocationId location, VariantId variant) {

    /** What is wrong with a level; missing units come before missing promises. */
    static List<Shortfall> of(Outcome.LevelAfter level) {
        List<Shortfall> found = new ArrayList<>(2);
        if (level.onHand().signum() < 0) {
            found.add(of(ExceptionKind.NEGATIVE_STOCK, level));
        }
        if (level.available().signum() < 0 && level.committed().signum() > 0) {
            found.add(of(ExceptionKind.OVERSOLD_PROMISE, level));
        }
        return found;
    }

    private static Shortfall of(ExceptionKind kind, Outcome.LevelAfter level) {
        return new Shortfall(kind, level.location(), level.variant());
    }
}
