package io.onhand.inbox;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is to be kept.
 *
 * @param receivedAt business time
 * @param since the same moment by the machine's clock
 * @param headers as JSON, free of secrets
 */
record NewDelivery(
        UUID id,
        TenantId tenant,
        SourceId connection,
        Instant receivedAt,
        Instant since,
        @Nullable String vendorEventId,
        String headers,
        byte[] body) {}
