package io.onhand.live;

import io.onhand.tenancy.TenantId;

/**
 * A row of the outbox.
 *
 * @param tenant whose levels changed
 * @param envelope a CloudEvent
 */
record OutboxRow(TenantId tenant, String envelope) {}
