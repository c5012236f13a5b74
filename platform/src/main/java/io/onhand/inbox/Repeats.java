package io.onhand.inbox;

import io.onhand.channels.Connection;
import io.onhand.inbox.Understanding.Item;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Messages that their sender sent again. Each is kept, as a repeat of the first. */
@Component
class Repeats {

    static final String OTHER_CONTENT =
            "A message of this id came before with another content; that one counts.";

    private final StoredDeliveryQueries queries;
    private final DeliveryStatements statements;

    Repeats(StoredDeliveryQueries queries, DeliveryStatements statements) {
        this.queries = queries;
        this.statements = statements;
    }

    /**
     * Notes which deliveries are the first of their message. Runs inside the caller's transaction.
     *
     * @return the first delivery of each one that is a repeat
     */
    Map<UUID, UUID> note(Connection connection, List<Item> items) {
        Map<String, UUID> named = new HashMap<>();
        for (Item item : items) {
            String id = item.vendorEventId();
            if (id != null) {
                named.merge(id, item.delivery().id(), (one, other) -> earlier(items, one, other));
            }
        }
        statements.claimVendorEvents(connection.id(), named);
        Map<String, UUID> firsts = queries.firstOf(connection.id(), named.keySet());
        Map<UUID, UUID> repeated = new HashMap<>();
        for (Item item : items) {
            String id = item.vendorEventId();
            UUID first = id == null ? null : firsts.get(id);
            if (first != null && !first.equals(item.delivery().id())) {
                repeated.put(item.delivery().id(), first);
            }
        }
        statements.repeats(repeated);
        return repeated;
    }

    /** Whether a repeat says the same as the first; a first that is cleared is taken to. */
    boolean isSame(StoredDelivery repeat, UUID first) {
        return queries.stored(List.of(first)).stream()
                .allMatch(
                        known ->
                                known.body() == null || Arrays.equals(known.body(), repeat.body()));
    }

    private static UUID earlier(List<Item> items, UUID one, UUID other) {
        Map<UUID, StoredDelivery> byId =
                items.stream()
                        .map(Item::delivery)
                        .collect(Collectors.toMap(StoredDelivery::id, delivery -> delivery));
        StoredDelivery first = byId.get(one);
        StoredDelivery second = byId.get(other);
        return first != null && second != null && second.receivedAt().isBefore(first.receivedAt())
                ? other
                : one;
    }
}
