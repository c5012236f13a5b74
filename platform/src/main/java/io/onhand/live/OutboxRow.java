package io.onhand.live;

import io.onhand.tenancy.TenantId;

/**
 * A row of the outbox.
 *
 * @param tenant whose news it is
 * @param topic what it is about
 * @param envelope a CloudEvent
 */
record OutboxRow(TenantId tenant, String topic, String envelope) {}
