package io.onhand.stock;

import io.onhand.tenancy.BusinessClock;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * Freezes levels of the current tenant whose numbers are in doubt: while a level is frozen nothing
 * is promised of it. Facts go on, and so do promises that were made before. Runs inside the
 * caller's transaction.
 */
@Component
public class Freezes {

    private final FreezeStatements statements;
    private final BusinessClock clock;

    Freezes(FreezeStatements statements, BusinessClock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** Freezes those that are not frozen; a level without a row has nothing to promise. */
    public void freeze(Collection<LevelKey> levels) {
        statements.set(levels, clock.now());
    }

    /** Lets promises be made of these again. */
    public void thaw(Collection<LevelKey> levels) {
        statements.set(levels, null);
    }
}
