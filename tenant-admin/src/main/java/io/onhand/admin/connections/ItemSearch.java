package io.onhand.admin.connections;

import io.onhand.stock.SourceId;
import io.onhand.sync.CatalogueQueries;
import io.onhand.sync.TillItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds items of a vendor by what they are called there. */
@Component
class ItemSearch {

    /** Items that are looked at for one page; a vendor's catalogue has seldom more. */
    static final int LOOKED_MAX = 20_000;

    private static final int STEP = 1_000;

    private final CatalogueQueries catalogue;

    ItemSearch(CatalogueQueries catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Items by the vendor's name of them.
     *
     * @param text a part of the name, the SKU, the barcode or the vendor's name; empty for all
     * @param unmapped only those that the vendor still has and that are not mapped
     * @param after the vendor's name after which to begin
     */
    List<TillItem> items(
            SourceId connection, String text, boolean unmapped, String after, int limit) {
        if (text.isEmpty()) {
            return catalogue.items(connection, unmapped, after, limit);
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        List<TillItem> found = new ArrayList<>();
        List<TillItem> step;
        String place = after;
        int looked = 0;
        do {
            step = catalogue.items(connection, unmapped, place, STEP);
            step.stream()
                    .filter(item -> isCalled(item, wanted))
                    .limit(limit - found.size())
                    .forEach(found::add);
            place = step.isEmpty() ? place : step.getLast().external();
            looked += step.size();
        } while (step.size() == STEP && found.size() < limit && looked < LOOKED_MAX);
        return found;
    }

    private static boolean isCalled(TillItem item, String wanted) {
        return Stream.of(
                        item.name(),
                        item.external(),
                        Objects.requireNonNullElse(item.sku(), ""),
                        Objects.requireNonNullElse(item.barcode(), ""))
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
