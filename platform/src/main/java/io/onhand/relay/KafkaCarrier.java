package io.onhand.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * Publishes rows; whoever works reads them from the broker. While the broker is away rows stay in
 * the outbox and are tried again.
 */
final class KafkaCarrier implements Carrier, DisposableBean {

    /** Screens wait for it, too. */
    private static final Duration EVERY = Duration.ofMillis(50);

    private static final Duration CLOSE_MAX = Duration.ofSeconds(2);

    private final KafkaTopic topic;
    private @Nullable Producer<byte[], byte[]> producer;

    KafkaCarrier(KafkaTopic topic) {
        this.topic = topic;
    }

    @Override
    public void carry(List<OutboxEvent> rows) {
        Producer<byte[], byte[]> open = producer();
        // fails here at once while nothing is known of the broker, not for each row
        open.partitionsFor(topic.name());
        List<Future<?>> sent = new ArrayList<>();
        for (OutboxEvent row : rows) {
            sent.add(open.send(KafkaRows.record(topic.name(), row)));
        }
        for (Future<?> one : sent) {
            acknowledged(one);
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            topic.make();
            open = topic.producer();
            producer = open;
        }
        return open;
    }

    private static void acknowledged(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not acknowledge a row", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the broker had a row", e);
        }
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public synchronized void destroy() {
        if (producer != null) {
            producer.close(CLOSE_MAX);
        }
    }
}
