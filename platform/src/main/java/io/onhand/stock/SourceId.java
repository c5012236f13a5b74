package io.onhand.stock;

import java.util.UUID;

/**
 * Where a posting comes from: a connection, an API caller's route, or Onhand itself. Its first byte
 * is the region of its postings.
 *
 * @param value the id; {@link #ONHAND} for what the program posts by itself
 */
public record SourceId(UUID value) {

    /** The program itself: expiries, releases, reversals. */
    public static final SourceId ONHAND = new SourceId(new UUID(0L, 1L));
}
