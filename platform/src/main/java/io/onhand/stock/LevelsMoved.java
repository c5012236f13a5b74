package io.onhand.stock;

import java.util.List;
import java.util.stream.Stream;

/**
 * A posting that somebody waited for, or those of a document, is in the ledger. Published after the
 * commit, outside any transaction, on behalf of whoever posted; what {@link StockLedger#submit}
 * posts is told to its caller only.
 *
 * @param levels each level that was moved, as it was left; none if nothing was posted
 */
public record LevelsMoved(List<Outcome.LevelAfter> levels) {

    static final LevelsMoved NONE = new LevelsMoved(List.of());

    /** Of the outcomes of one transaction. */
    static LevelsMoved by(List<Outcome> outcomes) {
        return new LevelsMoved(
                outcomes.stream()
                        .flatMap(
                                outcome ->
                                        outcome instanceof Outcome.Applied applied
                                                ? applied.levels().stream()
                                                : Stream.of())
                        .toList());
    }
}
