package onhand.plugins.square;

import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.ReadItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders by their ids. Square leaves out of its answer what it does not have. */
final class Orders {

    /** The kind of their keys. */
    static final String KIND = "order";

    private static final String BY_ID = "/v2/orders/batch-retrieve";

    private final SquareApi square;

    Orders(SquareApi square) {
        this.square = square;
    }

    static ReadItem.Hint hint(String order) {
        return new ReadItem.Hint(new DocumentKey(KIND, order, null));
    }

    /**
     * @param keys of orders, at most 100
     */
    Outcome<List<Fetched>> fetch(List<DocumentKey> keys) {
        ObjectNode question = Json.object();
        question.set(
                "order_ids", Json.list(keys.stream().map(DocumentKey::id).distinct().toList()));
        Outcome<JsonNode> outcome = square.post(BY_ID, question);
        if (!(outcome instanceof Outcome.Ok<JsonNode>(var answer))) {
            return outcome instanceof Outcome.Fail<?> fail && fail.code().equals("not-found")
                    ? new Outcome.Ok<>(found(keys, Map.of()))
                    : Outcome.failed(outcome);
        }
        Map<String, JsonNode> orders = new HashMap<>();
        answer.path("orders").forEach(order -> orders.put(Json.text(order, "id"), order));
        return new Outcome.Ok<>(found(keys, orders));
    }

    private static List<Fetched> found(List<DocumentKey> keys, Map<String, JsonNode> orders) {
        return keys.stream().map(key -> found(key, orders.get(key.id()))).toList();
    }

    private static Fetched found(DocumentKey key, @Nullable JsonNode order) {
        return order == null
                ? new Fetched.Missing(key)
                : new Fetched.Found(key, List.of(Order.read(order)));
    }
}
