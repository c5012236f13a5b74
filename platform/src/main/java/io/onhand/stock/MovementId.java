package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * Names a movement within its tenant: its level and its number there. It has no column of its own.
 *
 * @param levelSeq from 1
 */
public record MovementId(LocationId location, VariantId variant, long levelSeq) {

    /** The same id as an opaque word. */
    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(2 * 2 * Long.BYTES + Long.BYTES);
        put(bytes, location.value());
        put(bytes, variant.value());
        bytes.putLong(levelSeq);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
