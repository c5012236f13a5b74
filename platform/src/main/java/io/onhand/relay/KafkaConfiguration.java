package io.onhand.relay;

import io.onhand.database.StartRefused;
import io.onhand.leases.ProgramRoles;
import io.onhand.tenancy.MachineClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that knows the broker; without the relay {@code kafka} none of its classes is loaded. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "onhand.relay", havingValue = "kafka")
class KafkaConfiguration {

    @Bean
    KafkaTopic kafkaTopic(KafkaSettings settings) {
        if (settings.bootstrapServers().isBlank()) {
            throw new StartRefused(
                    "ONHAND_RELAY is kafka, and it is not said where the broker is.",
                    "Set ONHAND_KAFKA_BOOTSTRAP_SERVERS, or leave ONHAND_RELAY away.");
        }
        return new KafkaTopic(settings);
    }

    @Bean
    KafkaCarrier kafkaCarrier(KafkaTopic topic) {
        return new KafkaCarrier(topic);
    }

    @Bean
    KafkaWork kafkaWork(
            KafkaTopic topic,
            WorkDesk desk,
            RelayMeters meters,
            MachineClock clock,
            ProgramRoles roles) {
        return new KafkaWork(topic, desk, meters, clock, roles);
    }

    @Bean
    KafkaBroadcast kafkaBroadcast(KafkaTopic topic, BroadcastDesk desk, MachineClock clock) {
        return new KafkaBroadcast(topic, desk, clock);
    }
}
