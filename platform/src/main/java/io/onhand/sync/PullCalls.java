package io.onhand.sync;

import io.onhand.plugin.ReadItem.Changed.What;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.MachineClock;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Calls connections to their turn when a message says that there is something to ask for. */
@Component
class PullCalls {

    private final ConnectionStandStatements stands;
    private final TurnStatements turns;
    private final TurnNudge nudge;
    private final MachineClock clock;

    PullCalls(
            ConnectionStandStatements stands,
            TurnStatements turns,
            TurnNudge nudge,
            MachineClock clock) {
        this.stands = stands;
        this.turns = turns;
        this.nudge = nudge;
        this.clock = clock;
    }

    /**
     * Asks for a turn once the transaction that runs is committed: before, the turn would not see
     * what it is called for. Whether the access works the turn finds out by itself.
     */
    void call(SourceId connection, Set<What> changed) {
        if (changed.contains(What.CATALOGUE)) {
            stands.catalogueNow(connection, clock.now());
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        turns.call(connection, Turn.Kind.PULL, clock.now());
                        nudge.wake(Turn.Kind.PULL);
                    }
                });
    }
}
