package io.onhand.inbox;

import io.onhand.channels.Arrived;
import io.onhand.channels.EventText;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.Finding;
import io.onhand.plugin.DocumentKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a delivery as it is kept.
 *
 * @param place in its delivery, from 0
 * @param hint the document that is to be asked for; null if nothing is
 * @param content the event; null if there is none, or none yet
 * @param outcome null while it waits to be asked for or posted
 * @param finding what a person has to settle about it
 */
record DeliveryPart(
        UUID delivery,
        Instant receivedAt,
        int place,
        @Nullable DocumentKey hint,
        @Nullable String externalId,
        @Nullable Long revision,
        @Nullable String content,
        @Nullable String outcome,
        @Nullable String detail,
        @Nullable Finding finding,
        @Nullable ExceptionId exception) {

    private static DeliveryPart of(Place at, @Nullable String externalId) {
        return new DeliveryPart(
                at.delivery(),
                at.receivedAt(),
                at.place(),
                null,
                externalId,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Where a part stands. */
    record Place(UUID delivery, Instant receivedAt, int place) {}

    /** An event that waits to be posted. */
    static DeliveryPart event(Place at, Arrived arrived, @Nullable String detail) {
        return new DeliveryPart(
                at.delivery(),
                at.receivedAt(),
                at.place(),
                null,
                arrived.event().externalId(),
                arrived.event().revision(),
                EventText.of(arrived.event()),
                null,
                detail,
                null,
                null);
    }

    /** A document that waits to be asked for. */
    static DeliveryPart hint(Place at, DocumentKey key) {
        return new DeliveryPart(
                at.delivery(),
                at.receivedAt(),
                at.place(),
                key,
                key.id(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What cannot become an event, and what a person has to settle about it. */
    static DeliveryPart bad(Place at, @Nullable String externalId, Finding finding) {
        return of(at, externalId).with("exception", finding.detail(), finding, null);
    }

    /** What moves nothing. */
    static DeliveryPart quiet(Place at, @Nullable String externalId, String detail) {
        return of(at, externalId).with("ignored", detail, null, null);
    }

    /** The same with what became of it. */
    DeliveryPart ended(String word, @Nullable String why) {
        return with(word, why, finding, exception);
    }

    DeliveryPart raised(ExceptionId id) {
        return with(outcome, detail, finding, id);
    }

    private DeliveryPart with(
            @Nullable String word,
            @Nullable String why,
            @Nullable Finding found,
            @Nullable ExceptionId raised) {
        return new DeliveryPart(
                delivery,
                receivedAt,
                place,
                hint,
                externalId,
                revision,
                content,
                word,
                why,
                found,
                raised);
    }
}
