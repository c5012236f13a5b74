package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import io.onhand.admin.ui.LevelLink;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantDetails;
import io.onhand.catalog.VariantFilter;
import io.onhand.catalog.VariantId;
import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.measure.Quantity;
import io.onhand.stock.Level;
import io.onhand.stock.StockQueries;
import io.onhand.stock.Total;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads pages of the table of levels for the current tenant. */
@Component
public class LevelTables {

    /** Variants on a page. */
    public static final int ROWS_MAX = 50;

    private final CatalogQueries catalog;
    private final LocationQueries locations;
    private final StockQueries stock;

    LevelTables(CatalogQueries catalog, LocationQueries locations, StockQueries stock) {
        this.catalog = catalog;
        this.locations = locations;
        this.stock = stock;
    }

    /**
     * What to show.
     *
     * @param question words that the variants must answer; none shows all
     * @param after the SKU after which to begin; the empty text for the beginning
     * @param only the locations that may be shown, or null for all
     * @param base where numbers are explained: {@code base/SKU/LOCATION}
     * @param variants where variants are shown: {@code variants/SKU}; empty for nowhere
     */
    public record View(
            String question,
            String after,
            @Nullable Set<LocationId> only,
            String base,
            String variants) {}

    /**
     * A page of the table.
     *
     * @param question words that the variants must answer; none shows all
     * @param after the SKU after which to begin; the empty text for the beginning
     * @param base where numbers are explained: {@code base/SKU/LOCATION}
     * @throws IllegalArgumentException when the question has too many words
     */
    public LevelTable page(String question, String after, String base) {
        return page(new View(question, after, null, base, ""));
    }

    /**
     * A page of the table.
     *
     * @throws IllegalArgumentException when the question has too many words
     */
    public LevelTable page(View view) {
        var places = Places.read(locations, "", view.only());
        var filter =
                new VariantFilter(
                        Optional.of(view.question()).filter(words -> !words.isBlank()),
                        Optional.empty(),
                        Optional.empty());
        var found = catalog.variants(filter, view.after(), ROWS_MAX + 1);
        var shown = found.subList(0, Math.min(ROWS_MAX, found.size()));
        var numbers = numbers(shown, places, view.only());
        return new LevelTable(
                view.question(),
                places.shown().stream().map(p -> new LevelTable.Place(p.code(), p.name())).toList(),
                places.hasNext(),
                shown.stream().map(v -> row(v, places, numbers, view)).toList(),
                view.after().isEmpty(),
                found.size() > ROWS_MAX ? shown.getLast().variant().sku() : "");
    }

    /**
     * The rows of these SKUs, in this order; at most {@link #ROWS_MAX}, one that is none is absent.
     */
    public List<LevelTable.Row> rows(
            List<String> skus, @Nullable Set<LocationId> only, String base) {
        var places = Places.read(locations, "", only);
        var known = catalog.variantsBySku(skus);
        var details = catalog.details(known.values().stream().map(Variant::id).toList());
        var numbers = numbers(List.copyOf(details.values()), places, only);
        return skus.stream()
                .flatMap(sku -> Stream.ofNullable(known.get(sku)))
                .flatMap(variant -> Stream.ofNullable(details.get(variant.id())))
                .map(variant -> row(variant, places, numbers, new View("", "", only, base, "")))
                .toList();
    }

    /**
     * The numbers of a page.
     *
     * @param levels of the locations across
     * @param others what there is of each variant in all other locations; a variant of which there
     *     is nothing may be absent
     */
    private record Numbers(Map<Level.Place, Level> levels, Map<VariantId, Total> others) {

        Quantity onHandElsewhere(Variant variant) {
            Total total = others.get(variant.id());
            return total == null ? Quantity.ZERO : total.onHand();
        }
    }

    private Numbers numbers(
            List<VariantDetails> variants, Places places, @Nullable Set<LocationId> only) {
        List<VariantId> ids = variants.stream().map(v -> v.variant().id()).toList();
        Map<Level.Place, Level> levels = new HashMap<>();
        var found = stock.levels(ids, Level.Place.START, places.ids(), ROWS_MAX * Places.MAX);
        for (Level level : found) {
            levels.put(level.place(), level);
        }
        return new Numbers(
                levels, places.hasNext() ? stock.totals(ids, only, places.ids()) : Map.of());
    }

    private static LevelTable.Row row(
            VariantDetails variant, Places places, Numbers numbers, View view) {
        String sku = variant.variant().sku();
        String name = variant.fullName();
        var links =
                places.shown().stream()
                        .map(place -> link(sku, name, place, numbers.levels(), view.base()))
                        .toList();
        var all =
                links.stream()
                        .map(link -> link.onHand().quantity())
                        .reduce(numbers.onHandElsewhere(variant.variant()), Quantity::plus);
        return new LevelTable.Row(
                sku,
                name,
                view.variants().isEmpty() ? "" : view.variants() + "/" + sku,
                Picture.of(variant),
                links,
                new Figure(all));
    }

    private static LevelLink link(
            String sku, String name, Location place, Map<Level.Place, Level> levels, String base) {
        Level level = levels.get(new Level.Place(sku, place.code()));
        var onHand = level == null ? Quantity.ZERO : level.onHand();
        return new LevelLink(
                sku,
                name,
                place.code(),
                place.name(),
                new Figure(onHand),
                level == null ? 0 : level.version(),
                base + "/" + sku + "/" + place.code());
    }
}
