package io.onhand.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.onhand.database.Retry;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.MachineClock;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class WorkDeskTest {

    private static final String TOPIC = "test.happened";
    private static final Duration LONG = Duration.ofHours(2);
    private static final Short[] SHARDS =
            IntStream.range(0, Relay.SHARDS).mapToObj(i -> (short) i).toArray(Short[]::new);

    @Autowired BeanFactory program;
    @Autowired Announcements announcements;
    @Autowired TenantTransactions transactions;
    @Autowired OutboxQueries outbox;
    @Autowired FailureStatements failures;
    @Autowired MachineClock clock;
    @Autowired Retry retry;
    @Autowired ObjectProvider<MeterRegistry> registries;

    private final Consumer steady = new Consumer("steady-" + UUID.randomUUID());
    private final Consumer flaky = new Consumer("flaky-" + UUID.randomUUID());
    private TeaShop shop;
    private WorkDesk desk;

    /** Takes everything but what it is told to refuse. */
    private static final class Consumer implements WorkConsumer {
        private final String name;
        private final List<String> taken = new ArrayList<>();
        private String refused = "";

        Consumer(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean wants(String topic) {
            return topic.equals(TOPIC);
        }

        @Override
        public void work(List<OutboxEvent> events) {
            assertThat(events).extracting(OutboxEvent::tenant).containsOnly(CurrentTenant.id());
            if (events.stream().anyMatch(event -> event.envelope().equals(refused))) {
                throw new IllegalStateException("not today");
            }
            events.forEach(event -> taken.add(event.envelope()));
        }
    }

    @BeforeEach
    void open() {
        shop = TeaShop.open(program);
        desk =
                new WorkDesk(
                        List.of(steady, flaky),
                        failures,
                        new RelayMeters(registries),
                        clock,
                        retry);
    }

    @Test
    void whatOneConsumerCannotTakeItGetsAgainAndTheOthersGoOn() {
        var since = clock.now();
        List.of("a", "b", "c").forEach(this::announce);
        List<OutboxEvent> rows = rows(since);
        assertThat(rows).extracting(OutboxEvent::envelope).containsExactly("a", "b", "c");
        flaky.refused = "b";
        Instant handed = clock.now();
        desk.hand(rows);
        assertThat(steady.taken).containsExactly("a", "b", "c");
        assertThat(flaky.taken).containsExactly("a", "c");
        assertThat(due(handed.plusMillis(900))).as("before the pause is over").isEmpty();

        var again = due(clock.now().plusSeconds(2));
        assertThat(again).hasSize(1);
        Instant handedAgain = clock.now();
        desk.handAgain(again.getFirst());
        assertThat(due(handedAgain.plusSeconds(3))).as("a longer pause").isEmpty();
        flaky.refused = "";
        desk.handAgain(due(clock.now().plus(LONG)).getFirst());
        assertThat(flaky.taken).containsExactly("a", "c", "b");
        assertThat(due(clock.now().plus(LONG))).isEmpty();
        assertThat(steady.taken).hasSize(3);
    }

    @Test
    void aRowThatSomebodyWaitsForIsNotDeleted() {
        var since = clock.now();
        announce("kept");
        announce("gone");
        flaky.refused = "kept";
        List<OutboxEvent> rows = rows(since);
        desk.hand(rows);
        outbox.deleteBefore(SHARDS, clock.now().plusSeconds(1), 10_000);
        assertThat(rows(since)).extracting(OutboxEvent::envelope).containsExactly("kept");
        flaky.refused = "";
        desk.handAgain(due(clock.now().plus(LONG)).getFirst());
        outbox.deleteBefore(SHARDS, clock.now().plusSeconds(1), 10_000);
        assertThat(rows(since)).isEmpty();
    }

    private void announce(String envelope) {
        shop.run(
                () ->
                        transactions.write(
                                () -> {
                                    announcements.announce(TOPIC, envelope);
                                    return envelope;
                                }));
    }

    private List<OutboxEvent> rows(Instant since) {
        TenantId tenant = shop.tenant();
        return outbox.rows(since.minusMillis(1), outbox.idsSince(since.minusMillis(1))).stream()
                .filter(row -> row.tenant().equals(tenant) && row.topic().equals(TOPIC))
                .toList();
    }

    private List<FailureStatements.Due> due(Instant at) {
        return failures.due(SHARDS, at, 10_000).stream()
                .filter(due -> due.consumer().equals(flaky.name()))
                .toList();
    }
}
