package io.onhand.channels;

import org.jspecify.annotations.Nullable;

/**
 * A connection was made or changed. Published inside the transaction that does so.
 *
 * @param before null if it was made
 */
public record ConnectionChanged(@Nullable Connection before, Connection now) {}
