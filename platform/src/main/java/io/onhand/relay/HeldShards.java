package io.onhand.relay;

import io.onhand.database.Retry;
import io.onhand.relay.ShardStatements.Held;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The shards that this program hands out. Another program takes them when the lease runs out. */
@Component
class HeldShards {

    static final Duration LEASE = Duration.ofSeconds(10);

    /** So much of the lease must be left for work to begin. */
    private static final Duration LEFT_MIN = Duration.ofSeconds(3);

    private static final Duration RENEWED_AFTER = Duration.ofSeconds(3);

    private final ShardStatements statements;
    private final MachineClock clock;
    private final Retry retry;
    private final UUID holder = UUID.randomUUID();
    private List<Held> held = List.of();
    private Instant takenAt = Instant.EPOCH;

    HeldShards(ShardStatements statements, MachineClock clock, Retry retry) {
        this.statements = statements;
        this.clock = clock;
        this.retry = retry;
    }

    /** The shards held now, taken or renewed if it is time. */
    List<Held> renewed() {
        Instant now = clock.now();
        if (takenAt.plus(RENEWED_AFTER).isBefore(now) || now.isBefore(takenAt)) {
            held = retry.call(() -> statements.take(holder, now, now.plus(LEASE)));
            takenAt = now;
        }
        return held;
    }

    /** Whether the lease lasts long enough for a piece of work. */
    boolean last() {
        return clock.now().isBefore(takenAt.plus(LEASE).minus(LEFT_MIN));
    }

    void handed(Instant upTo) {
        retry.call(
                () -> {
                    statements.handed(holder, held, upTo);
                    return upTo;
                });
    }

    void giveBack() {
        held = List.of();
        takenAt = Instant.EPOCH;
        retry.call(
                () -> {
                    statements.giveBack(holder, clock.now());
                    return holder;
                });
    }
}
