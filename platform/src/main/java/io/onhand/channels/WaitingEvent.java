package io.onhand.channels;

import io.onhand.exceptions.ExceptionId;
import io.onhand.stock.PostingId;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that is kept and waits for its exception.
 *
 * @param id under which it is kept
 * @param actor who sent it
 * @param isConflict whether its content is another one than that which counts under its identity
 */
record WaitingEvent(
        UUID id, SourceId connection, Actor actor, Arrived arrived, boolean isConflict) {

    EventSettled settled(
            @Nullable EventOutcome outcome,
            @Nullable PostingId posting,
            @Nullable ExceptionId exception) {
        return new EventSettled(
                connection,
                arrived.delivery(),
                arrived.event().externalId(),
                arrived.event().revision(),
                outcome,
                posting,
                exception);
    }
}
