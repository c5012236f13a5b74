package io.onhand.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PausesTest {

    private static final Duration FIRST = Duration.ofSeconds(60);

    @Test
    void aPauseDoublesUpToTenMinutes() {
        assertThat(Pauses.after(FIRST, 0, Duration.ZERO)).isEqualTo(FIRST);
        assertThat(Pauses.after(FIRST, 1, Duration.ZERO)).hasMinutes(2);
        assertThat(Pauses.after(FIRST, 1_000, Duration.ZERO)).hasMinutes(10);
    }

    @Test
    void whatTheVendorAsksForIsObeyedUpToAnHour() {
        assertThat(Pauses.after(FIRST, 0, Duration.ofMinutes(30))).hasMinutes(30);
        assertThat(Pauses.after(FIRST, 0, Duration.ofDays(400))).hasHours(1);
    }
}
