package io.onhand.relay;

import io.onhand.tenancy.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Reads all partitions for the broadcast consumers of this program, from shortly before it started
 * and, after a failure, from where it stopped.
 */
final class KafkaBroadcast implements SmartLifecycle {

    private static final Duration PARTITIONS_LOOKED_AT_EVERY = Duration.ofSeconds(30);

    /** A row that is published twice comes the second time within this. */
    private static final Duration TOLD_KEPT = Duration.ofMinutes(2);

    private final KafkaTopic topic;
    private final BroadcastDesk desk;
    private final MachineClock clock;
    private final KafkaLoop loop = new KafkaLoop("kafka-broadcast", this::open, this::look);
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private Instant startedAt = Instant.EPOCH;
    private Instant lookedAt = Instant.EPOCH;

    KafkaBroadcast(KafkaTopic topic, BroadcastDesk desk, MachineClock clock) {
        this.topic = topic;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public void start() {
        startedAt = clock.now();
        loop.start();
    }

    private Consumer<byte[], byte[]> open() {
        topic.make();
        Consumer<byte[], byte[]> consumer = topic.listener();
        try {
            assign(consumer);
            return consumer;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private void assign(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> all = partitions(consumer);
        consumer.assign(all);
        List<TopicPartition> unknown =
                all.stream().filter(one -> !positions.containsKey(one)).toList();
        positions.putAll(places(consumer, unknown));
        positions.forEach(consumer::seek);
        lookedAt = clock.now();
    }

    /** Where to begin; a partition that nothing was written to since begins at its end. */
    private Map<TopicPartition, Long> places(
            Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        long since = startedAt.minus(BroadcastReader.WINDOW).toEpochMilli();
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.forEach(one -> wanted.put(one, since));
        Map<TopicPartition, Long> places = new HashMap<>(consumer.endOffsets(partitions));
        consumer.offsetsForTimes(wanted).forEach((one, place) -> note(places, one, place));
        return places;
    }

    private static void note(
            Map<TopicPartition, Long> places,
            TopicPartition partition,
            @Nullable OffsetAndTimestamp place) {
        if (place != null) {
            places.put(partition, place.offset());
        }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void look(Consumer<byte[], byte[]> consumer) {
        Instant now = clock.now();
        if (lookedAt.plus(PARTITIONS_LOOKED_AT_EVERY).isBefore(now)) {
            desk.forget(now.minus(TOLD_KEPT));
            assign(consumer);
        }
        try {
            for (var record : consumer.poll(KafkaLoop.POLL)) {
                KafkaRows.row(record)
                        .filter(row -> desk.isFresh(row.id()))
                        .ifPresent(row -> desk.tell(row, now));
                positions.put(
                        new TopicPartition(record.topic(), record.partition()),
                        record.offset() + 1);
            }
        } catch (InvalidOffsetException e) {
            // the broker no longer has what comes next
            positions.clear();
            startedAt = now;
            desk.missedAnything();
            throw e;
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
