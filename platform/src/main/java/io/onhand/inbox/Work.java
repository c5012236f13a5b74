package io.onhand.inbox;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A piece of work that this program has leased.
 *
 * @param id of the delivery or of the document
 * @param since since when it waits
 * @param attempts how often it went wrong
 * @param arrivals how much had come for it when it was leased
 * @param fence grows with each lease; who holds an older one writes nothing
 */
record Work(
        UUID id,
        Kind kind,
        TenantId tenant,
        SourceId connection,
        Instant since,
        int attempts,
        long arrivals,
        long fence) {

    /** What is to be done. */
    enum Kind {
        /** A delivery is to be read. */
        READ,
        /** The events of a document are to be posted. */
        POST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The id of the work on a connection's document. */
    static UUID ofDocument(SourceId connection, String externalId) {
        byte[] name = externalId.getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(
                ByteBuffer.allocate(16 + name.length)
                        .putLong(connection.value().getMostSignificantBits())
                        .putLong(connection.value().getLeastSignificantBits())
                        .put(name)
                        .array());
    }
}
