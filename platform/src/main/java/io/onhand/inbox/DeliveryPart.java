package io.onhand.inbox;

import io.onhand.channels.EventText;
import io.onhand.channels.SourceEvent;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.Finding;
import io.onhand.inbox.Understood.Part;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a delivery as it is kept.
 *
 * @param place in its delivery, from 0
 * @param content the event; null if there is none
 * @param outcome null while it waits to be posted
 * @param finding what a person has to settle about it
 */
record DeliveryPart(
        UUID delivery,
        Instant receivedAt,
        int place,
        @Nullable String externalId,
        @Nullable Long revision,
        @Nullable String content,
        @Nullable String outcome,
        @Nullable String detail,
        @Nullable Finding finding,
        @Nullable ExceptionId exception) {

    static DeliveryPart good(
            StoredDelivery delivery, int place, SourceEvent event, boolean onlyObserved) {
        return new DeliveryPart(
                delivery.id(),
                delivery.receivedAt(),
                place,
                event.externalId(),
                event.revision(),
                EventText.of(event),
                onlyObserved ? "observed" : null,
                null,
                null,
                null);
    }

    static DeliveryPart bad(StoredDelivery delivery, int place, Part.Bad bad, Finding finding) {
        return new DeliveryPart(
                delivery.id(),
                delivery.receivedAt(),
                place,
                bad.externalId(),
                null,
                null,
                "exception",
                bad.detail(),
                finding,
                null);
    }

    DeliveryPart raised(ExceptionId id) {
        return new DeliveryPart(
                delivery,
                receivedAt,
                place,
                externalId,
                revision,
                content,
                outcome,
                detail,
                finding,
                id);
    }
}
