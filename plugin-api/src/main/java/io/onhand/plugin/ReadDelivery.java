package io.onhand.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery tells.
 *
 * @param vendorEventId the sender's id of the message where it stands in the body; null where it is
 *     a header, or where there is none
 * @param items in the order of the message, at most 1,000
 */
public record ReadDelivery(@Nullable String vendorEventId, List<ReadItem> items) {

    public ReadDelivery {
        items = List.copyOf(items);
    }
}
