package io.onhand.inbox;

import io.onhand.channels.Arrived;
import io.onhand.channels.EventResult;
import io.onhand.channels.EventText;
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

    /** An event of a connection that is only observed, with what would have become of it. */
    static DeliveryPart observed(UUID delivery, Arrived arrived, int place, EventResult foreseen) {
        return good(delivery, arrived, place).ended(foreseen.outcome().word(), foreseen.detail());
    }

    static DeliveryPart good(UUID delivery, Arrived arrived, int place) {
        return new DeliveryPart(
                delivery,
                arrived.receivedAt(),
                place,
                arrived.event().externalId(),
                arrived.event().revision(),
                EventText.of(arrived.event()),
                null,
                null,
                null,
                null);
    }

    private DeliveryPart ended(String word, @Nullable String why) {
        return new DeliveryPart(
                delivery,
                receivedAt,
                place,
                externalId,
                revision,
                content,
                word,
                why,
                finding,
                exception);
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
