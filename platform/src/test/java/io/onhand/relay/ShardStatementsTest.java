package io.onhand.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.database.Retry;
import io.onhand.relay.ShardStatements.Held;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import onhand.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Beside the program that runs, which holds the shards and takes them back afterwards. Until then
 * somebody here holds them, so that it does not come between.
 */
@PlatformTest
class ShardStatementsTest {

    @Autowired ShardStatements statements;
    @Autowired MachineClock clock;
    @Autowired Retry retry;

    @Test
    void aShardHasOneHolderAndALateOneChangesNothing() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Instant now = clock.now();
        Instant later = now.plus(Duration.ofHours(1));
        Instant end = later.plusSeconds(60);
        try {
            List<Held> first = take(one, later, later.plusSeconds(10));
            assertThat(first).hasSize(Relay.SHARDS);
            assertThat(take(other, later.plusSeconds(9), end)).isEmpty();
            assertThat(take(one, later.plusSeconds(5), later.plusSeconds(10)))
                    .as("renewed, not taken anew")
                    .containsExactlyInAnyOrderElementsOf(first);
            List<Held> second = take(other, later.plusSeconds(11), end);
            assertThat(second).hasSize(Relay.SHARDS);
            assertThat(second.getFirst().fence()).isEqualTo(first.getFirst().fence() + 1);

            run(() -> statements.handed(one, first, later));
            assertThat(take(other, now, end)).extracting(Held::handedTo).doesNotContain(later);
            run(() -> statements.handed(other, second, now));
            assertThat(take(other, now, end)).extracting(Held::handedTo).containsOnly(now);
        } finally {
            run(() -> statements.giveBack(one, now));
            run(() -> statements.giveBack(other, now));
        }
    }

    private List<Held> take(UUID holder, Instant now, Instant until) {
        return retry.call(() -> statements.take(holder, now, until));
    }

    private void run(Runnable statement) {
        retry.call(
                () -> {
                    statement.run();
                    return statement;
                });
    }
}
