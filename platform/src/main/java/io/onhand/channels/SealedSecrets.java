package io.onhand.channels;

import io.onhand.secrets.SecretBox;
import io.onhand.tenancy.CurrentTenant;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Seals and opens the secrets of the current tenant's connections. */
@Component
class SealedSecrets {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final SecretBox box;
    private final ConnectionQueries queries;
    private final JsonMapper json;

    SealedSecrets(SecretBox box, ConnectionQueries queries, JsonMapper json) {
        this.box = box;
        this.queries = queries;
        this.json = json;
    }

    /** The secrets of a connection. Runs inside the caller's transaction. */
    Secrets of(Connection connection) {
        byte[] sealed = queries.sealedSecrets(connection.id()).orElse(null);
        if (sealed == null) {
            return Secrets.NONE;
        }
        byte[] opened = box.open(sealed, place(connection));
        return new Secrets(json.readValue(opened, VALUES));
    }

    /** Whether a key before the one that seals now sealed its secrets. */
    boolean isOfFormerKey(Connection connection) {
        return queries.sealedSecrets(connection.id())
                .filter(kept -> !box.isCurrent(kept))
                .isPresent();
    }

    /** The sealed form in which they are kept; null for none. */
    byte @Nullable [] seal(Connection connection, Secrets secrets) {
        return secrets.values().isEmpty()
                ? null
                : box.seal(
                        json.writeValueAsString(secrets.values()).getBytes(StandardCharsets.UTF_8),
                        place(connection));
    }

    /** A copy in another tenant or connection does not open. */
    private static byte[] place(Connection connection) {
        UUID tenant = CurrentTenant.id().value();
        UUID id = connection.id().value();
        return ByteBuffer.allocate(32)
                .putLong(tenant.getMostSignificantBits())
                .putLong(tenant.getLeastSignificantBits())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
