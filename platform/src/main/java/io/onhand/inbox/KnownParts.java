package io.onhand.inbox;

import io.onhand.channels.Connection;
import io.onhand.channels.SourceEvent;
import io.onhand.plugin.ReadItem;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a delivery told before, so that it need not be kept again. */
@Component
class KnownParts {

    private final KnownPartQueries queries;
    private final DeliveryStatements deliveries;
    private final StoredDeliveryQueries stored;

    KnownParts(
            KnownPartQueries queries, DeliveryStatements deliveries, StoredDeliveryQueries stored) {
        this.queries = queries;
        this.deliveries = deliveries;
        this.stored = stored;
    }

    /** Those of these events of which this revision or a newer one was told. */
    Set<ReadItem> among(Connection connection, Map<ReadItem, SourceEvent> events) {
        Map<ReadItem, UUID> documents = new LinkedHashMap<>();
        events.forEach(
                (item, event) ->
                        documents.put(item, Work.ofDocument(connection.id(), event.externalId())));
        Map<UUID, Long> told = queries.revisions(documents.values());
        Set<ReadItem> known = new HashSet<>();
        documents.forEach(
                (item, document) -> {
                    SourceEvent event = events.get(item);
                    Long revision = told.get(document);
                    if (event != null && revision != null && revision >= event.revision()) {
                        known.add(item);
                    }
                });
        return known;
    }

    /** The name of this content, if this delivery is the first of it. */
    Optional<String> claim(Connection connection, UUID delivery, byte[] content) {
        String name = "pulled:" + UUID.nameUUIDFromBytes(content);
        deliveries.claimVendorEvents(connection.id(), Map.of(name, delivery));
        UUID first = stored.firstOf(connection.id(), Set.of(name)).get(name);
        return delivery.equals(first) ? Optional.of(name) : Optional.empty();
    }
}
