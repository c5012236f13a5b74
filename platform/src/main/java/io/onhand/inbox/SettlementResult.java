package io.onhand.inbox;

import io.onhand.exceptions.OpenWork;

/** What came of a settlement. */
public sealed interface SettlementResult {

    /** It was done; a retry may have left it open. */
    record Done(OpenWork work) implements SettlementResult {}

    record NotFound() implements SettlementResult {}

    /** It was settled before. */
    record SettledBefore() implements SettlementResult {}

    /** This kind of exception is not settled in this way. */
    record NotOffered() implements SettlementResult {}
}
