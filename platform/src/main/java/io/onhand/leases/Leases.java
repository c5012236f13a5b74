package io.onhand.leases;

import io.onhand.database.Retry;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes, renews and gives back leases for this program. */
@Component
public class Leases {

    private final LeaseStatements statements;
    private final MachineClock clock;
    private final Retry retry;
    private final UUID holder = UUID.randomUUID();

    Leases(LeaseStatements statements, MachineClock clock, Retry retry) {
        this.statements = statements;
        this.clock = clock;
        this.retry = retry;
    }

    /**
     * Takes a lease that is free, or renews the one that this program holds.
     *
     * @param name what it is for, 1–64 characters
     * @param time for how long, from now
     * @return false while another program holds it
     */
    public boolean take(String name, Duration time) {
        return retry.call(
                () -> {
                    var now = clock.now();
                    return statements.take(name, holder, now, now.plus(time));
                });
    }

    /** Gives a lease back before its time, if this program holds it. */
    public void giveBack(String name) {
        retry.call(() -> statements.end(name, holder, clock.now()));
    }
}
