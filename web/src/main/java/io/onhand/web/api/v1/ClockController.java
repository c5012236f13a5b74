package io.onhand.web.api.v1;

import io.onhand.identity.Permission;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.ClockOffset;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Faults;
import io.onhand.web.security.Needs;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reads and moves the business clock of the demo. */
@RestController
@ConditionalOnProperty(name = "onhand.demo", havingValue = "true", matchIfMissing = true)
class ClockController {

    private static final Duration ADVANCE_MAX = Duration.ofDays(366);

    private final BusinessClock clock;
    private final ClockOffset offset;

    ClockController(BusinessClock clock, ClockOffset offset) {
        this.clock = clock;
        this.offset = offset;
    }

    /**
     * A move of the clock.
     *
     * @param advance an ISO 8601 duration, zero or more
     */
    record Advance(@Size(min = 1, max = 64) String advance) implements Checked {

        @Override
        public void check(Faults faults) {
            Duration by = by();
            if (by == null || by.isNegative() || by.compareTo(ADVANCE_MAX) > 0) {
                faults.at("advance")
                        .add(
                                "bad-duration",
                                "An ISO 8601 duration of zero to 366 days is expected, such as"
                                        + " PT1H.");
            }
        }

        @Nullable Duration by() {
            try {
                return Duration.parse(advance);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    /** The time of the business. */
    record Clock(Instant now) {}

    @GetMapping("/demo/clock")
    @Needs(value = Permission.READ_STOCK, location = Needs.LocationIn.NONE)
    Clock read() {
        return new Clock(clock.now());
    }

    /** Moves it forward; answered once every program uses the new time. */
    @PostMapping("/demo/clock")
    @Needs(value = Permission.MOVE_CLOCK, location = Needs.LocationIn.NONE)
    Clock advance(@RequestBody Advance body) throws InterruptedException {
        Duration by = body.by();
        if (by != null) {
            offset.advance(by);
        }
        return read();
    }
}
