package io.onhand.stock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction did with a batch, as soon as it is committed.
 *
 * @param outcomes of each posting, at its place
 * @param witness one that this transaction records; null if it records none
 * @param recordedAt by the business clock, in microseconds: when the witness says to be recorded
 */
record PostedBatch(List<Outcome> outcomes, Entry.@Nullable Key witness, Instant recordedAt) {}
