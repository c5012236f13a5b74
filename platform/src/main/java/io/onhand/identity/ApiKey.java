package io.onhand.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that a script or a till shows instead of a person; never the secret itself.
 *
 * @param name what people call it, 1–200 characters
 * @param role what its holder is in the tenant
 * @param limit the locations that its holder may touch
 * @param revokedAt since when it is worth nothing, if it was revoked
 */
public record ApiKey(
        ApiKeyId id, String name, Role role, LocationLimit limit, @Nullable Instant revokedAt) {

    ApiKey revoked(Instant at) {
        return new ApiKey(id, name, role, limit, at);
    }
}
