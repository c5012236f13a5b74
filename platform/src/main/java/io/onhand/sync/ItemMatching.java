package io.onhand.sync;

import io.onhand.catalog.Variant;
import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Match;
import io.onhand.channels.Mappings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Maps a vendor's items to ours where a SKU or barcode names one of each and nothing else. */
@Component
class ItemMatching {

    private static final int TOGETHER_MAX = 500;

    private final CatalogueQueries items;
    private final Suggestions suggestions;
    private final Mappings mappings;

    ItemMatching(CatalogueQueries items, Suggestions suggestions, Mappings mappings) {
        this.items = items;
        this.suggestions = suggestions;
        this.mappings = mappings;
    }

    /** Maps what is not mapped yet, and so posts what waited for it. */
    void match(Connection connection) {
        if (connection.match() == Match.NONE) {
            return;
        }
        String after = "";
        List<TillItem> some;
        do {
            some = items.items(connection.id(), true, after, TOGETHER_MAX);
            match(connection, some);
            after = some.isEmpty() ? after : some.getLast().external();
        } while (some.size() == TOGETHER_MAX);
    }

    private void match(Connection connection, List<TillItem> some) {
        Map<String, Variant> found =
                connection.match() == Match.SKU
                        ? suggestions.bySku(some)
                        : suggestions.byBarcode(some);
        Set<String> codes =
                some.stream()
                        .map(item -> code(connection, item))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Set<String> ambiguous =
                codes.isEmpty() ? Set.of() : items.ambiguous(connection.id(), codes);
        for (TillItem item : some) {
            Variant variant = found.get(item.external());
            String code = code(connection, item);
            if (variant != null && code != null && !ambiguous.contains(code)) {
                mappings.mapVariant(connection, item.external(), variant.id());
            }
        }
    }

    private static @Nullable String code(Connection connection, TillItem item) {
        return connection.match() == Match.SKU ? item.sku() : item.barcode();
    }
}
