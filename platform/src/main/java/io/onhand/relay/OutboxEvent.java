package io.onhand.relay;

import io.onhand.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of the outbox: something that was committed.
 *
 * @param id unique for ever
 * @param shard which of the {@link Relay#SHARDS} queues of work it stands in
 * @param createdAt by the machine clock of the program that wrote it
 * @param tenant whose news it is
 * @param topic what it is about
 * @param envelope a CloudEvent, or what the topic says
 */
public record OutboxEvent(
        UUID id, int shard, Instant createdAt, TenantId tenant, String topic, String envelope) {}
