package io.onhand.channels;

import io.onhand.exceptions.ExceptionId;
import io.onhand.stock.PostingId;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one source event.
 *
 * @param posting where it is in the ledger, if it is
 * @param exception what a person should settle about it: why it was not applied, or what it led to
 * @param detail a sentence for people
 */
public record EventResult(
        String externalId,
        long revision,
        EventOutcome outcome,
        @Nullable PostingId posting,
        @Nullable ExceptionId exception,
        @Nullable String detail) {

    static EventResult of(SourceEvent event, EventOutcome outcome) {
        return new EventResult(event.externalId(), event.revision(), outcome, null, null, null);
    }

    EventResult posted(@Nullable PostingId id) {
        return new EventResult(externalId, revision, outcome, id, exception, detail);
    }

    EventResult raised(ExceptionId id, @Nullable String why) {
        return new EventResult(externalId, revision, outcome, posting, id, why);
    }

    EventResult noted(@Nullable String note) {
        return new EventResult(externalId, revision, outcome, posting, exception, note);
    }
}
