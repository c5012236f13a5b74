package io.onhand.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class AttemptsTest {

    private static final Duration A_DAY = Duration.ofDays(1);

    @Autowired Attempts attempts;
    @Autowired MachineClock clock;

    @Test
    void afterADayOfTryingAPersonHasToLook() {
        assertThat(isGivenUp(Attempts.COUNT_MAX, A_DAY)).isTrue();
        assertThat(isGivenUp(Attempts.COUNT_MAX - 1, A_DAY)).isFalse();
    }

    @Test
    void manyMessagesThatHaveADocumentTriedAtOnceDoNotMakeADayShorter() {
        assertThat(isGivenUp(Attempts.COUNT_MAX, Duration.ofHours(1))).isFalse();
    }

    private boolean isGivenUp(int before, Duration waited) {
        var till = new SourceId(Region.HOME.newId());
        var work =
                new Work(
                        Work.ofDocument(till, "S-1"),
                        Work.Kind.FETCH,
                        new TenantId(Region.HOME.newId()),
                        till,
                        clock.now().minus(waited),
                        before,
                        1,
                        1);
        var givenUp = new AtomicBoolean();
        attempts.again(work, Duration.ZERO, () -> givenUp.set(true));
        return givenUp.get();
    }
}
