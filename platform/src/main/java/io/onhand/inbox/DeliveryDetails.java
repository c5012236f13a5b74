package io.onhand.inbox;

import io.onhand.exceptions.ExceptionId;
import io.onhand.stock.PostingId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with everything that belongs to it.
 *
 * @param headers what could be a secret is masked
 * @param body as it came; null once its time is over
 * @param events what it told, in its order
 */
public record DeliveryDetails(
        DeliveryHead head, Map<String, String> headers, byte @Nullable [] body, List<Told> events) {

    /**
     * A part of a delivery and what became of it.
     *
     * @param externalId the document it is about; null if that cannot be read
     * @param outcome a word of the API; null while it waits
     */
    public record Told(
            @Nullable String externalId,
            long revision,
            @Nullable String outcome,
            @Nullable PostingId posting,
            @Nullable ExceptionId exception,
            @Nullable String detail) {}
}
