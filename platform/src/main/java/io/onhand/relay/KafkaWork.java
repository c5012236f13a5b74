package io.onhand.relay;

import io.onhand.leases.ProgramRole;
import io.onhand.leases.ProgramRoles;
import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.context.SmartLifecycle;

/**
 * Hands what the broker has to the work consumers: the programs share the partitions as one group.
 * An offset moves on when the consumers have the rows or their failures are kept, so a row comes
 * again to whoever takes its partition over before.
 */
final class KafkaWork implements SmartLifecycle {

    private final KafkaTopic topic;
    private final WorkDesk desk;
    private final RelayMeters meters;
    private final MachineClock clock;
    private final ProgramRoles roles;
    private final KafkaLoop loop = new KafkaLoop("kafka-work", this::open, this::look);

    KafkaWork(
            KafkaTopic topic,
            WorkDesk desk,
            RelayMeters meters,
            MachineClock clock,
            ProgramRoles roles) {
        this.topic = topic;
        this.desk = desk;
        this.meters = meters;
        this.clock = clock;
        this.roles = roles;
    }

    private Consumer<byte[], byte[]> open() {
        topic.make();
        Consumer<byte[], byte[]> consumer = topic.worker();
        consumer.subscribe(List.of(topic.name()));
        return consumer;
    }

    private void look(Consumer<byte[], byte[]> consumer) {
        var records = consumer.poll(KafkaLoop.POLL);
        if (records.isEmpty()) {
            meters.onTheWay(Duration.ZERO);
            return;
        }
        List<OutboxEvent> rows = new ArrayList<>();
        records.forEach(record -> KafkaRows.row(record).ifPresent(rows::add));
        oldest(rows).ifPresent(at -> meters.onTheWay(Duration.between(at, clock.now())));
        desk.hand(rows);
        consumer.commitSync();
    }

    private static Optional<Instant> oldest(List<OutboxEvent> rows) {
        return rows.stream().map(OutboxEvent::createdAt).min(Instant::compareTo);
    }

    @Override
    public void start() {
        if (roles.has(ProgramRole.WORKER)) {
            loop.start();
        }
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
