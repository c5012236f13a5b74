package io.onhand.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnstileTest {

    private final Turnstile turnstile = new Turnstile();

    @Test
    void whoHasNoTurnInHisTimeIsSentAway() throws InterruptedException {
        int passed = 0;
        while (passed <= 10_000 && turnstile.enter(Duration.ZERO, true)) {
            turnstile.leave();
            passed++;
        }
        assertThat(passed).isBetween(Turnstile.RATE_PER_SECOND_MAX, 10_000);
        assertThat(turnstile.isEmpty()).as("who was sent away holds no place").isTrue();
    }

    @Test
    void whoHasTimeWaitsForHisTurn() throws InterruptedException {
        for (int i = 0; i < 2 * Turnstile.RATE_PER_SECOND_MAX; i++) {
            assertThat(turnstile.enter(Duration.ofMinutes(1), true)).isTrue();
            turnstile.leave();
        }
    }

    @Test
    void withoutLimitsNobodyWaits() throws InterruptedException {
        for (int i = 0; i < 100 * Turnstile.RATE_PER_SECOND_MAX; i++) {
            assertThat(turnstile.enter(Duration.ZERO, false)).isTrue();
            turnstile.leave();
        }
    }

    @Test
    void thereAreEightPlaces() throws InterruptedException {
        for (int i = 0; i < Turnstile.PARALLEL_MAX; i++) {
            assertThat(turnstile.enter(Duration.ZERO, false)).isTrue();
        }
        assertThat(turnstile.enter(Duration.ZERO, false)).isFalse();
        turnstile.leave();
        assertThat(turnstile.enter(Duration.ZERO, false)).isTrue();
    }
}
