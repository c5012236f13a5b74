package io.onhand.sync;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A connection's turn, which this program has leased.
 *
 * @param attempts how often it went wrong without going well
 * @param calls how often it had been asked for when it was leased
 * @param fence grows with each lease; who holds an older one writes nothing
 */
record Turn(SourceId connection, Kind kind, TenantId tenant, int attempts, long calls, long fence) {

    /** What is to be done. */
    enum Kind {
        /** The vendor is asked; messages that call for it may come by the hundred. */
        PULL(Duration.ofSeconds(1)),
        /** The vendor is told. */
        PUSH(Duration.ZERO);

        private final Duration pause;

        Kind(Duration pause) {
            this.pause = pause;
        }

        /** When a turn comes that is called for now. */
        Instant calledAt(Instant now) {
            return now.plus(pause);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
