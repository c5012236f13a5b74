package io.onhand.relay;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the broker is, for the relay {@code kafka}.
 *
 * @param bootstrapServers {@code host:port}, several with commas
 * @param topic where rows go; made if it is not there. One for each database
 * @param partitions of a topic that is made, 1–1,000
 * @param replicas of each partition of a topic that is made; -1 for what the broker says
 * @param properties of the client, such as {@code security.protocol}
 */
@ConfigurationProperties("onhand.kafka")
record KafkaSettings(
        @DefaultValue("") String bootstrapServers,
        @DefaultValue("onhand.outbox") String topic,
        @DefaultValue("32") int partitions,
        @DefaultValue("-1") short replicas,
        @DefaultValue Map<String, String> properties) {

    static final int PARTITIONS_MAX = 1_000;

    KafkaSettings {
        if (partitions < 1 || partitions > PARTITIONS_MAX) {
            throw new IllegalArgumentException(
                    "onhand.kafka.partitions is %d; it takes 1 to %d"
                            .formatted(partitions, PARTITIONS_MAX));
        }
        properties = Map.copyOf(properties);
    }

    /** The consumer group that does the work. */
    String workGroup() {
        return topic + ".work";
    }
}
