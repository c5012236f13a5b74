package io.onhand.relay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox that a consumer could not take yet, without what it says.
 *
 * @param tenant whose it is; null for what failed before that was kept
 * @param attempts how often it was tried
 * @param reason the kind of what went wrong; its words may be a tenant's business
 */
public record RelayFailure(
        String consumer,
        UUID event,
        @Nullable UUID tenant,
        Instant since,
        long attempts,
        Instant nextAt,
        String reason) {}
