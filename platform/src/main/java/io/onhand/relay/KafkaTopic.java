package io.onhand.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic on the broker, and how our clients speak with it. */
final class KafkaTopic {

    /** How long the broker keeps a row: so long may all programs be away. */
    static final Duration KEPT = Duration.ofDays(7);

    /** Without a sign of life its partitions go to another program. */
    private static final Duration SESSION = Duration.ofSeconds(10);

    private static final Duration ANSWER_MAX = Duration.ofSeconds(4);

    /** Shorter than the lease of a shard, all in all. */
    private static final Duration DELIVERY_MAX = Duration.ofSeconds(5);

    private static final Duration METADATA_MAX = Duration.ofSeconds(2);
    private static final Duration CALL_MAX = Duration.ofSeconds(10);
    private static final Duration RECONNECT_MAX = Duration.ofSeconds(1);

    private final KafkaSettings settings;
    private volatile boolean there;

    KafkaTopic(KafkaSettings settings) {
        this.settings = settings;
    }

    String name() {
        return settings.topic();
    }

    /** Makes the topic unless it is there. */
    void make() {
        if (there) {
            return;
        }
        try (Admin admin = Admin.create(common())) {
            var topic =
                    new NewTopic(
                            name(),
                            Optional.of(settings.partitions()),
                            Optional.of(settings.replicas()).filter(count -> count > 0));
            topic.configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, millis(KEPT)));
            admin.createTopics(List.of(topic))
                    .all()
                    .get(CALL_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the topic " + name() + " cannot be made", e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while making the topic", e);
        }
        there = true;
    }

    /** A producer whose rows count as carried when all replicas in sync have them. */
    Producer<byte[], byte[]> producer() {
        Map<String, Object> all = common();
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_MAX.toMillis());
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, METADATA_MAX.toMillis());
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** One of those who share the work; a new group begins with the oldest row. */
    Consumer<byte[], byte[]> worker() {
        Map<String, Object> all = reading();
        all.put(ConsumerConfig.GROUP_ID_CONFIG, settings.workGroup());
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
        all.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) SESSION.toMillis() / 4);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, WorkReader.ROWS_PER_PASS_MAX);
        return consumer(all);
    }

    /** Somebody who reads all partitions from where it is told. */
    Consumer<byte[], byte[]> listener() {
        Map<String, Object> all = reading();
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return consumer(all);
    }

    private Map<String, Object> reading() {
        Map<String, Object> all = common();
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) CALL_MAX.toMillis());
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return all;
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> all) {
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> common() {
        Map<String, Object> all = new HashMap<>(settings.properties());
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        all.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER_MAX.toMillis());
        all.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MAX.toMillis());
        return all;
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
