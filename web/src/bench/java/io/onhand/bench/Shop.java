package io.onhand.bench;

import io.onhand.stock.SourceId;
import io.onhand.tenancy.TenantId;
import java.util.List;
import java.util.UUID;

/**
 * A tenant of the bench.
 *
 * @param key an API key of its owner
 * @param connection the code of its till
 * @param source the id of its till
 */
record Shop(
        TenantId tenant,
        String key,
        String connection,
        SourceId source,
        List<Place> places,
        List<Item> items) {

    /** A location. */
    record Place(String code, UUID id) {}

    /** A variant. */
    record Item(String sku, UUID id) {}
}
