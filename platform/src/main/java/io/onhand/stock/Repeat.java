package io.onhand.stock;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A posting that was sent again and changed nothing.
 *
 * @param posting what was sent
 * @param place which of the equal ones in its batch
 * @param kind {@code duplicate}, {@code stale} or {@code conflict}
 */
record Repeat(Posting posting, int place, String kind) {

    /** The same for a batch that is posted again after a lost connection, so that it is one row. */
    UUID id() {
        String name = posting.delivery() + "/" + posting.receivedAt() + "/" + place;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
