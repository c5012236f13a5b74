package io.onhand.inbox;

import io.onhand.channels.Connection;
import io.onhand.inbox.Understanding.Item;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        Map<UUID, String> inBody = new HashMap<>();
        for (Item item : items) {
            String id = item.vendorEventId();
            if (id != null) {
                named.merge(id, item.delivery().id(), (one, other) -> earlier(items, one, other));
                if (item.delivery().vendorEventId() == null) {
                    inBody.put(item.delivery().id(), id);
                }
            }
        }
        statements.name(inBody);
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

    /**
     * Which repeats say something else than the first of their message. A first whose body is
     * cleared is taken to say the same.
     */
    Set<UUID> others(List<Item> items, Map<UUID, UUID> firsts) {
        Map<UUID, StoredDelivery> known =
                queries.stored(Set.copyOf(firsts.values())).stream()
                        .collect(Collectors.toMap(StoredDelivery::id, Function.identity()));
        return items.stream()
                .map(Item::delivery)
                .filter(delivery -> firsts.containsKey(delivery.id()))
                .filter(repeat -> !isSame(repeat, known.get(firsts.get(repeat.id()))))
                .map(StoredDelivery::id)
                .collect(Collectors.toSet());
    }

    private static boolean isSame(StoredDelivery repeat, @Nullable StoredDelivery first) {
        return first == null || first.body() == null || Arrays.equals(first.body(), repeat.body());
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
