package io.onhand.tenancy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * The system's time, cut to microseconds: leases, windows, rate limits, time-outs. Nobody moves it.
 */
@Component
public class MachineClock {

    /** Now. */
    @SuppressWarnings("InstantNow") // the one place that asks the system
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
