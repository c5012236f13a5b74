package io.onhand.stock;

import java.util.Set;

/**
 * A posting that the ledger has.
 *
 * @param type its word, {@link PostingRow#VOID} or {@link PostingRow#SUPERSEDED}
 */
record KnownPosting(Identity identity, ContentHash content, String type, Cause cause) {

    private static final Set<String> NO_FACTS =
            Set.of(
                    MovementType.REVERSAL.word(),
                    MovementType.RESERVE.word(),
                    MovementType.RELEASE.word());

    /** Whether nothing of it stands, so that anything may follow. */
    boolean standsForNothing() {
        return type.equals(PostingRow.SUPERSEDED) || type.equals(PostingRow.VOID);
    }

    boolean isFact() {
        return !NO_FACTS.contains(type);
    }

    /** Whether the next revision may be of that type. */
    boolean mayBecome(Posting next) {
        return next.voided() || type.equals(next.type().word());
    }

    /** What one of the same posting id is answered. */
    Outcome answer(Posting repeated) {
        PostingId id = identity.postingId();
        if (!identity.equals(repeated.identity())) {
            return new Outcome.Conflict(id, cause);
        }
        if (type.equals(PostingRow.SUPERSEDED)) {
            return new Outcome.Stale();
        }
        return content.equals(repeated.content())
                ? new Outcome.Duplicate(id, cause)
                : new Outcome.Conflict(id, cause);
    }
}
