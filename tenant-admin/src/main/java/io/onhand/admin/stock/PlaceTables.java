package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.locations.Location;
import io.onhand.stock.Level;
import io.onhand.stock.StockQueries;
import io.onhand.tenancy.BusinessClock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what makes up the numbers of a page of the table, in one location. */
@Component
class PlaceTables {

    private final CatalogQueries catalog;
    private final StockQueries stock;
    private final BusinessClock clock;

    PlaceTables(CatalogQueries catalog, StockQueries stock, BusinessClock clock) {
        this.catalog = catalog;
        this.stock = stock;
        this.clock = clock;
    }

    List<PlaceLine> lines(LevelTable table, Location place) {
        Map<String, Variant> variants =
                catalog.variantsBySku(table.rows().stream().map(LevelTable.Row::sku).toList());
        var ids = variants.values().stream().map(Variant::id).toList();
        Map<String, Level> levels =
                stock
                        .levels(ids, Level.Place.START, Set.of(place.id()), LevelTables.ROWS_MAX)
                        .stream()
                        .collect(Collectors.toMap(Level::sku, Function.identity()));
        return table.rows().stream()
                .map(
                        row -> {
                            var variant = Objects.requireNonNull(variants.get(row.sku()));
                            var level = levels.get(row.sku());
                            return line(row, level == null ? zero(place, variant) : level);
                        })
                .toList();
    }

    private Level zero(Location place, Variant variant) {
        return Level.zero(place.id(), variant.id(), variant.sku(), place.code(), clock.now());
    }

    private static PlaceLine line(LevelTable.Row row, Level level) {
        return new PlaceLine(
                row,
                new Figure(level.available()),
                new Figure(level.committed()),
                new Figure(level.unavailable()),
                new Figure(level.inTransit()),
                new Figure(level.incoming()));
    }
}
