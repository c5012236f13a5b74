package io.onhand.sync;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantId;
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
        /** The vendor is asked. */
        PULL,
        /** The vendor is told. */
        PUSH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
