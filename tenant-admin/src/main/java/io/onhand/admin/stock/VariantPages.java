package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import io.onhand.admin.ui.LevelLink;
import io.onhand.admin.ui.Visitor;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.VariantDetails;
import io.onhand.locations.Location;
import io.onhand.locations.LocationQueries;
import io.onhand.measure.Quantity;
import io.onhand.stock.Level;
import io.onhand.stock.StockQueries;
import io.onhand.tenancy.BusinessClock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads a variant with its levels, as far as a visitor may see them. */
@Component
class VariantPages {

    private final CatalogQueries catalog;
    private final LocationQueries locations;
    private final StockQueries stock;
    private final BalanceCharts charts;
    private final BusinessClock clock;

    VariantPages(
            CatalogQueries catalog,
            LocationQueries locations,
            StockQueries stock,
            BalanceCharts charts,
            BusinessClock clock) {
        this.catalog = catalog;
        this.locations = locations;
        this.stock = stock;
        this.charts = charts;
        this.clock = clock;
    }

    /**
     * The page of a variant; empty when there is none of this SKU.
     *
     * @param looked the code of the location whose chart is drawn; the first if it is not in sight
     */
    Optional<VariantPage> page(String sku, String looked, Visitor visitor) {
        var variant = Optional.ofNullable(catalog.variantsBySku(List.of(sku)).get(sku));
        return variant.map(
                v ->
                        page(
                                Objects.requireNonNull(
                                        catalog.details(List.of(v.id())).get(v.id())),
                                looked,
                                visitor));
    }

    private VariantPage page(VariantDetails variant, String looked, Visitor visitor) {
        var places =
                locations.page("", visitor.only(), LevelTables.PLACES_MAX).stream()
                        .sorted(Comparator.comparing(Location::type))
                        .toList();
        var levels = levels(variant, places, visitor);
        var place =
                places.stream()
                        .filter(p -> p.code().equals(looked))
                        .findFirst()
                        .or(() -> places.stream().findFirst());
        return new VariantPage(
                variant.sku(),
                variant.fullName(),
                Picture.of(variant),
                sum(levels.values().stream().toList()),
                places.stream().map(p -> line(variant, p, level(levels, p), place)).toList(),
                variant.barcodes().stream()
                        .map(b -> new VariantPage.Code(b.code(), b.pack().toString()))
                        .toList(),
                place.map(p -> charts.chart(level(levels, p), p.name(), p.timeZone()))
                        .orElse(null));
    }

    private static Level level(Map<String, Level> levels, Location place) {
        return Objects.requireNonNull(levels.get(place.code()));
    }

    private Map<String, Level> levels(
            VariantDetails variant, List<Location> places, Visitor visitor) {
        var id = variant.variant().id();
        Map<String, Level> levels =
                stock
                        .levels(
                                List.of(id),
                                Level.Place.START,
                                visitor.only(),
                                LevelTables.PLACES_MAX)
                        .stream()
                        .collect(Collectors.toMap(Level::location, Function.identity()));
        var now = clock.now();
        places.forEach(
                p ->
                        levels.computeIfAbsent(
                                p.code(),
                                code -> Level.zero(p.id(), id, variant.sku(), code, now)));
        return levels;
    }

    private static LevelExplanation.Balance sum(List<Level> levels) {
        return new LevelExplanation.Balance(
                sum(levels, Level::available),
                sum(levels, Level::committed),
                sum(levels, Level::unavailable),
                sum(levels, Level::onHand),
                sum(levels, Level::incoming),
                sum(levels, Level::inTransit));
    }

    private static Figure sum(List<Level> levels, Function<Level, Quantity> part) {
        return new Figure(levels.stream().map(part).reduce(Quantity.ZERO, Quantity::plus));
    }

    private static VariantPage.Line line(
            VariantDetails variant, Location place, Level level, Optional<Location> looked) {
        var link =
                new LevelLink(
                        variant.sku(),
                        variant.fullName(),
                        place.code(),
                        place.name(),
                        new Figure(level.onHand()),
                        level.version(),
                        "/app/stock/" + variant.sku() + "/" + place.code());
        return new VariantPage.Line(
                link,
                looked.filter(place::equals).isPresent(),
                new Figure(level.available()),
                new Figure(level.committed()),
                new Figure(level.unavailable()),
                new Figure(level.inTransit()),
                new Figure(level.incoming()));
    }
}
