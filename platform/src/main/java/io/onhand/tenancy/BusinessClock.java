package io.onhand.tenancy;

import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The time of the business, cut to microseconds: when things happen, are received, recorded, due or
 * expired. The demo and tests move it forward through {@link ClockOffset}; all programs on one
 * database follow within a second.
 */
@Component
public class BusinessClock {

    private final MachineClock machine;
    private final ClockOffset offset;

    BusinessClock(MachineClock machine, ClockOffset offset) {
        this.machine = machine;
        this.offset = offset;
    }

    /** Now, as the business counts it. */
    public Instant now() {
        return machine.now().plus(offset.current());
    }
}
