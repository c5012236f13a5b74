package io.onhand.channels;

import io.onhand.catalog.VariantId;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.locations.LocationId;
import io.onhand.stock.Outcome.LevelAfter;
import java.util.ArrayList;
import java.util.List;

/**
 * A level that shows less than there can be in truth.
 *
 * @param kind {@code NEGATIVE_STOCK} or {@code OVERSOLD_PROMISE}
 */
record Shortfall(ExceptionKind kind, LocationId location, VariantId variant) {

    /** What is wrong with a level now; missing units come before missing promises. */
    static List<Shortfall> now(LevelAfter level) {
        return of(level, level.now());
    }

    /** What was wrong with it before. */
    static List<Shortfall> before(LevelAfter level) {
        return of(level, level.before());
    }

    private static List<Shortfall> of(LevelAfter level, LevelAfter.Numbers numbers) {
        List<Shortfall> found = new ArrayList<>(2);
        if (numbers.onHand().signum() < 0) {
            found.add(of(ExceptionKind.NEGATIVE_STOCK, level));
        }
        if (numbers.available().signum() < 0 && numbers.committed().signum() > 0) {
            found.add(of(ExceptionKind.OVERSOLD_PROMISE, level));
        }
        return found;
    }

    private static Shortfall of(ExceptionKind kind, LevelAfter level) {
        return new Shortfall(kind, level.location(), level.variant());
    }
}
