package onhand.plugins.square;

import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Orders and shelves: whatever messages hint at, each kind in one question. */
final class Documents {

    private final Orders orders;
    private final StockChanges changes;

    Documents(Orders orders, StockChanges changes) {
        this.orders = orders;
        this.changes = changes;
    }

    Outcome<List<Fetched>> fetch(List<DocumentKey> keys) {
        List<Fetched> all = new ArrayList<>();
        keys.stream().filter(key -> !isOurs(key)).map(Fetched.Missing::new).forEach(all::add);
        Outcome<List<Fetched>> first = some(keys, Orders.KIND, orders::fetch, all);
        return first instanceof Outcome.Ok<List<Fetched>>
                ? some(keys, Shelf.KIND, changes::fetch, all)
                : first;
    }

    private static boolean isOurs(DocumentKey key) {
        return key.kind().equals(Orders.KIND)
                || (key.kind().equals(Shelf.KIND) && Shelf.of(key.id()).isPresent());
    }

    private static Outcome<List<Fetched>> some(
            List<DocumentKey> keys,
            String kind,
            Function<List<DocumentKey>, Outcome<List<Fetched>>> question,
            List<Fetched> all) {
        List<DocumentKey> own =
                keys.stream()
                        .filter(key -> key.kind().equals(kind))
                        .filter(Documents::isOurs)
                        .toList();
        Outcome<List<Fetched>> outcome =
                own.isEmpty() ? new Outcome.Ok<>(List.of()) : question.apply(own);
        if (outcome instanceof Outcome.Ok<List<Fetched>>(var some)) {
            all.addAll(some);
            return new Outcome.Ok<>(List.copyOf(all));
        }
        return outcome;
    }
}
