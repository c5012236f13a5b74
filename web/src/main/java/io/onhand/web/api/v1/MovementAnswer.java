package io.onhand.web.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onhand.measure.Quantity;
import io.onhand.stock.Cause;
import io.onhand.stock.Movement;
import io.onhand.stock.MovementId;
import io.onhand.stock.PostingHead;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement as callers see it.
 *
 * @param source a connection's code, {@code api} or {@code onhand}
 * @param clockAdjusted true, or absent
 */
record MovementAnswer(
        String id,
        String sku,
        String location,
        String account,
        String type,
        Quantity quantity,
        Quantity balanceAfter,
        long levelSeq,
        String posting,
        String line,
        String source,
        String externalId,
        long revision,
        CauseAnswer cause,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String reason,
        ActorAnswer actor,
        @Nullable Quantity counted,
        @Nullable String corrects,
        @Nullable String because,
        @Nullable UUID delivery,
        @Nullable Boolean clockAdjusted,
        Instant occurredAt,
        Instant recordedAt) {

    /** What a movement belongs to. */
    record CauseAnswer(String type, String id) {

        static CauseAnswer of(Cause cause) {
            return new CauseAnswer(cause.type(), cause.id());
        }
    }

    static MovementAnswer of(Movement movement, String source) {
        PostingHead posting = movement.posting();
        return new MovementAnswer(
                movement.id().toString(),
                movement.sku(),
                movement.location(),
                movement.account().word(),
                movement.type().word(),
                movement.quantity(),
                movement.balanceAfter(),
                movement.id().levelSeq(),
                posting.id().toString(),
                movement.line(),
                source,
                posting.identity().externalId(),
                posting.identity().revision(),
                CauseAnswer.of(posting.cause()),
                movement.reason(),
                ActorAnswer.of(posting.actor()),
                movement.counted(),
                text(movement.corrects()),
                text(movement.because()),
                posting.delivery(),
                movement.clockAdjusted() ? true : null,
                movement.occurredAt(),
                movement.recordedAt());
    }

    private static @Nullable String text(@Nullable MovementId id) {
        return id == null ? null : Objects.toString(id);
    }
}
