package io.onhand.inbox;

import io.onhand.plugin.DocumentKey;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
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
        /** A document is to be asked for. */
        FETCH,
        /** The events of a document are to be posted. */
        POST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Work on a document that something new has come for. */
    static Work arrived(UUID document, Kind kind, SourceId connection, Instant now) {
        return new Work(document, kind, CurrentTenant.id(), connection, now, 0, 1, 0);
    }

    /** The same with one more arrival. */
    Work and(Work other) {
        return new Work(id, kind, tenant, connection, since, 0, arrivals + other.arrivals, 0);
    }

    /** The id of the work of asking a connection's vendor for a document. */
    static UUID ofFetch(SourceId connection, DocumentKey key) {
        // no external id holds a control character
        return ofDocument(connection, key.kind() + '\u0000' + key.id());
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
