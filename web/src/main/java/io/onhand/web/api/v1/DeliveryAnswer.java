package io.onhand.web.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onhand.inbox.DeliveryDetails;
import io.onhand.inbox.DeliveryHead;
import io.onhand.inbox.DeliveryState;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as callers see it; in lists without its raw part and its events.
 *
 * @param vendorEventId the sender's id of the message
 * @param repeats the first delivery of the same message
 * @param headers what could be a secret is masked
 */
record DeliveryAnswer(
        UUID id,
        String connection,
        Instant receivedAt,
        DeliveryState state,
        @Nullable String vendorEventId,
        @Nullable UUID repeats,
        @Nullable String detail,
        @Nullable Map<String, String> headers,
        @Nullable String bodyBase64,
        @Nullable List<ToldAnswer> events) {

    /**
     * An event that a delivery told, and what became of it.
     *
     * @param outcome null while it waits
     */
    record ToldAnswer(
            @Nullable String externalId,
            long revision,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String outcome,
            @Nullable String posting,
            @Nullable String exception,
            @Nullable String detail) {

        static ToldAnswer of(DeliveryDetails.Told told) {
            return new ToldAnswer(
                    told.externalId(),
                    told.revision(),
                    told.outcome(),
                    told.posting() == null ? null : told.posting().toString(),
                    told.exception() == null ? null : told.exception().toString(),
                    told.detail());
        }
    }

    static DeliveryAnswer of(DeliveryHead head, String connection) {
        return new DeliveryAnswer(
                head.id(),
                connection,
                head.receivedAt(),
                head.state(),
                head.vendorEventId(),
                head.repeats(),
                head.detail(),
                null,
                null,
                null);
    }

    static DeliveryAnswer of(DeliveryDetails details, String connection) {
        DeliveryAnswer head = of(details.head(), connection);
        byte[] body = Objects.requireNonNullElse(details.body(), new byte[0]);
        return new DeliveryAnswer(
                head.id,
                connection,
                head.receivedAt,
                head.state,
                head.vendorEventId,
                head.repeats,
                head.detail,
                details.headers(),
                details.body() == null ? null : Base64.getEncoder().encodeToString(body),
                details.events().stream().map(ToldAnswer::of).toList());
    }
}
