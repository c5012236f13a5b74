package io.onhand.channels;

import io.onhand.exceptions.ExceptionId;
import io.onhand.stock.PostingId;
import io.onhand.stock.SourceId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Told inside the transaction in which an event that was kept is settled, or waits for another
 * exception.
 *
 * @param delivery the raw message that it came in
 * @param outcome what it came to; null if it was ignored
 * @param exception for which it still waits
 */
public record EventSettled(
        SourceId connection,
        @Nullable UUID delivery,
        String externalId,
        long revision,
        @Nullable EventOutcome outcome,
        @Nullable PostingId posting,
        @Nullable ExceptionId exception) {

    boolean isAbout(SourceEvent event) {
        return externalId.equals(event.externalId()) && revision == event.revision();
    }

    EventResult result() {
        return new EventResult(
                externalId,
                revision,
                outcome == null ? EventOutcome.DUPLICATE : outcome,
                posting,
                exception,
                null);
    }
}
