package io.onhand.sync;

import io.onhand.tenancy.MachineClock;
import java.time.Duration;

/** A turn in hand. It is kept for longer before each call to a vendor. */
class Hold {

    /**
     * A program that died loses its turn after this; longer than any call takes, made once more.
     */
    static final Duration LEASE = Duration.ofSeconds(35);

    private final Turn turn;
    private final TurnStatements turns;
    private final MachineClock clock;

    Hold(Turn turn, TurnStatements turns, MachineClock clock) {
        this.turn = turn;
        this.turns = turns;
        this.clock = clock;
    }

    Turn turn() {
        return turn;
    }

    /** Keeps it for another call; false if somebody else has it by now. */
    boolean keep() {
        return turns.keep(turn, clock.now().plus(LEASE));
    }
}
