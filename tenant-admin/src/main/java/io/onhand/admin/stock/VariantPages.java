package io.onhand.admin.stock;

import io.onhand.admin.ui.Figure;
import io.onhand.admin.ui.LevelLink;
import io.onhand.admin.ui.Pager;
import io.onhand.admin.ui.Visitor;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.VariantDetails;
import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.stock.Level;
import io.onhand.stock.StockQueries;
import io.onhand.stock.Total;
import io.onhand.tenancy.BusinessClock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

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
     * @param after the code of the location after which their list begins
     */
    Optional<VariantPage> page(String sku, String looked, String after, Visitor visitor) {
        var variant = Optional.ofNullable(catalog.variantsBySku(List.of(sku)).get(sku));
        return variant.map(
                v ->
                        page(
                                Objects.requireNonNull(
                                        catalog.details(List.of(v.id())).get(v.id())),
                                looked,
                                after,
                                visitor));
    }

    private VariantPage page(VariantDetails variant, String looked, String after, Visitor visitor) {
        var places = Places.read(locations, after, visitor.only());
        var levels = levels(variant, places);
        var place = looked(looked, visitor).or(() -> places.shown().stream().findFirst());
        String chosen = looked.isEmpty() ? "" : place.map(Location::code).orElse("");
        return new VariantPage(
                variant.sku(),
                variant.fullName(),
                Picture.of(variant),
                balance(total(variant, levels, places, visitor)),
                places.shown().stream()
                        .map(
                                p ->
                                        line(
                                                variant,
                                                level(variant, p, levels),
                                                p,
                                                address(variant.sku(), p.code(), after),
                                                place.filter(p::equals).isPresent()))
                        .toList(),
                new Pager(
                        after.isEmpty() ? null : address(variant.sku(), chosen, ""),
                        places.hasNext() ? address(variant.sku(), chosen, places.next()) : null),
                variant.barcodes().stream()
                        .map(b -> new VariantPage.Code(b.code(), b.pack().toString()))
                        .toList(),
                place.map(p -> charts.chart(level(variant, p, levels), p.name(), p.timeZone()))
                        .orElse(null));
    }

    private Optional<Location> looked(String code, Visitor visitor) {
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(locations.byCode(List.of(code)).get(code))
                .filter(place -> visitor.sees(place.id()));
    }

    private static String address(String sku, String location, String after) {
        var address = UriComponentsBuilder.fromPath("/app/variants").pathSegment(sku);
        if (!location.isEmpty()) {
            address.queryParam("location", location);
        }
        if (!after.isEmpty()) {
            address.queryParam("after", after);
        }
        return address.build().encode().toUriString();
    }

    private Map<LocationId, Level> levels(VariantDetails variant, Places places) {
        var id = variant.variant().id();
        Map<LocationId, Level> levels =
                stock.levels(List.of(id), Level.Place.START, places.ids(), Places.MAX).stream()
                        .collect(Collectors.toMap(Level::locationId, Function.identity()));
        places.shown().forEach(p -> levels.computeIfAbsent(p.id(), _ -> zero(variant, p)));
        return levels;
    }

    /** The level at a place, which may be none of those that are listed. */
    private Level level(VariantDetails variant, Location place, Map<LocationId, Level> levels) {
        return Optional.ofNullable(levels.get(place.id()))
                .or(() -> stock.level(place.id(), variant.variant().id()))
                .orElseGet(() -> zero(variant, place));
    }

    private Level zero(VariantDetails variant, Location place) {
        return Level.zero(
                place.id(), variant.variant().id(), variant.sku(), place.code(), clock.now());
    }

    /** Those that are listed and all others: so the sum fits the list, whatever is just posted. */
    private Total total(
            VariantDetails variant, Map<LocationId, Level> levels, Places places, Visitor visitor) {
        var id = variant.variant().id();
        Total total =
                stock.totals(List.of(id), visitor.only(), places.ids())
                        .getOrDefault(id, Total.zero(id));
        for (Level level : levels.values()) {
            total = total.plus(level);
        }
        return total;
    }

    private static LevelExplanation.Balance balance(Total total) {
        return new LevelExplanation.Balance(
                new Figure(total.available()),
                new Figure(total.committed()),
                new Figure(total.unavailable()),
                new Figure(total.onHand()),
                new Figure(total.incoming()),
                new Figure(total.inTransit()));
    }

    private static VariantPage.Line line(
            VariantDetails variant, Level level, Location place, String href, boolean looked) {
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
                href,
                looked,
                new Figure(level.available()),
                new Figure(level.committed()),
                new Figure(level.unavailable()),
                new Figure(level.inTransit()),
                new Figure(level.incoming()));
    }
}
