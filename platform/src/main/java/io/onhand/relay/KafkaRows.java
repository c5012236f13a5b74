package io.onhand.relay;

import io.onhand.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the outbox as records: the envelope is the value, the rest stands in headers. */
final class KafkaRows {

    private static final String ID = "id";
    private static final String SHARD = "shard";
    private static final String CREATED_AT = "created-at";
    private static final String TENANT = "tenant";
    private static final String TOPIC = "topic";

    private static final Logger log = LoggerFactory.getLogger(KafkaRows.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KafkaRows() {}

    static ProducerRecord<byte[], byte[]> record(String topic, OutboxEvent row) {
        var record = new ProducerRecord<>(topic, bytes(key(row)), bytes(row.envelope()));
        record.headers()
                .add(ID, bytes(row.id().toString()))
                .add(SHARD, bytes(Integer.toString(row.shard())))
                .add(CREATED_AT, bytes(row.createdAt().toString()))
                .add(TENANT, bytes(row.tenant().value().toString()))
                .add(TOPIC, bytes(row.topic()));
        return record;
    }

    /**
     * What must keep its order shares a key: the tenant and what the event is about, a location.
     */
    private static String key(OutboxEvent row) {
        return row.tenant().value() + ":" + subject(row.envelope());
    }

    private static String subject(String envelope) {
        try {
            return JSON.readTree(envelope).path("subject").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    /** The row, or nothing if somebody else wrote to the topic. */
    static Optional<OutboxEvent> row(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(
                    new OutboxEvent(
                            UUID.fromString(header(record, ID)),
                            Integer.parseInt(header(record, SHARD)),
                            Instant.parse(header(record, CREATED_AT)),
                            new TenantId(UUID.fromString(header(record, TENANT))),
                            header(record, TOPIC),
                            text(record.value())));
        } catch (RuntimeException e) {
            log.error(
                    "Partition {} has at {} what no program of ours wrote; it is left alone",
                    record.partition(),
                    record.offset(),
                    e);
            return Optional.empty();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return text(header.value());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
