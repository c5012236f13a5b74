package io.onhand.admin.connections;

import io.onhand.admin.ui.Pager;
import io.onhand.admin.ui.Visitor;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantDetails;
import io.onhand.catalog.VariantId;
import io.onhand.channels.ConnectionDetails;
import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.sync.CatalogueQueries;
import io.onhand.sync.Suggestions;
import io.onhand.sync.TillItem;
import io.onhand.sync.TillPlace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the page that says what a connection's names mean. */
@Component
class MappingPages {

    static final int ROWS_MAX = 50;
    static final int COUNTED_MAX = 1_000;

    private static final int LOCATIONS_MAX = 1_000;

    private final CatalogueQueries catalogue;
    private final ItemSearch search;
    private final Suggestions suggestions;
    private final CatalogQueries variants;
    private final LocationQueries locations;

    MappingPages(
            CatalogueQueries catalogue,
            ItemSearch search,
            Suggestions suggestions,
            CatalogQueries variants,
            LocationQueries locations) {
        this.catalogue = catalogue;
        this.search = search;
        this.suggestions = suggestions;
        this.variants = variants;
        this.locations = locations;
    }

    /**
     * What is looked at.
     *
     * @param q a part of what an item is called
     * @param all whether mapped items are shown, too
     * @param after the item after which the page begins
     */
    record View(String q, boolean all, String after) {}

    MappingPage page(ConnectionDetails details, View view, Visitor visitor) {
        var id = details.connection().id();
        List<TillItem> found = search.items(id, view.q(), !view.all(), view.after(), ROWS_MAX + 1);
        List<MappingPage.Item> items = items(found.subList(0, Math.min(ROWS_MAX, found.size())));
        boolean known = !found.isEmpty() || !catalogue.items(id, false, "", 1).isEmpty();
        return new MappingPage(
                places(details, visitor),
                locations.page("", visitor.only(), LOCATIONS_MAX),
                items,
                catalogue.unmapped(id, COUNTED_MAX),
                items.stream()
                        .filter(one -> one.mapped() == null && one.suggestion() != null)
                        .count(),
                known,
                pager(details, view, found));
    }

    private static Pager pager(ConnectionDetails details, View view, List<TillItem> found) {
        String path = VisibleConnections.address(details.connection().code(), "/mapping");
        return new Pager(
                view.after().isEmpty() ? null : address(path, view, ""),
                found.size() > ROWS_MAX
                        ? address(path, view, found.get(ROWS_MAX - 1).external())
                        : null);
    }

    static String address(String path, View view, String after) {
        return UriComponentsBuilder.fromUriString(path)
                .queryParam("q", "{q}")
                .queryParam("all", view.all())
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(view.q(), after)
                .toUriString();
    }

    private List<MappingPage.Place> places(ConnectionDetails details, Visitor visitor) {
        List<TillPlace> told = catalogue.places(details.connection().id());
        Map<String, Location> suggested = suggestions.locations(told);
        Map<LocationId, Location> ours = ours(details);
        List<MappingPage.Place> places = new ArrayList<>();
        for (TillPlace one : told) {
            Location mapped = one.location() == null ? null : ours.get(one.location());
            Location maybe = suggested.get(one.external());
            if (mapped == null || visitor.sees(mapped.id())) {
                places.add(
                        new MappingPage.Place(
                                one.external(),
                                one.name(),
                                one.active(),
                                code(mapped),
                                maybe == null || !visitor.sees(maybe.id()) ? null : maybe.code()));
            }
        }
        Set<String> listed = told.stream().map(TillPlace::external).collect(Collectors.toSet());
        details.locations().entrySet().stream()
                .filter(one -> !listed.contains(one.getKey()) && visitor.sees(one.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(
                        one ->
                                new MappingPage.Place(
                                        one.getKey(),
                                        "",
                                        true,
                                        code(ours.get(one.getValue())),
                                        null))
                .forEach(places::add);
        return places;
    }

    private Map<LocationId, Location> ours(ConnectionDetails details) {
        var ids = new HashSet<>(details.locations().values());
        return ids.isEmpty() ? Map.of() : locations.byId(ids);
    }

    private static @Nullable String code(@Nullable Location location) {
        return location == null ? null : location.code();
    }

    private List<MappingPage.Item> items(List<TillItem> found) {
        Map<String, Variant> suggested = suggestions.variants(found);
        Set<VariantId> ids =
                Stream.concat(
                                found.stream().map(TillItem::variant).filter(Objects::nonNull),
                                suggested.values().stream().map(Variant::id))
                        .collect(Collectors.toSet());
        Map<VariantId, VariantDetails> ours = ids.isEmpty() ? Map.of() : variants.details(ids);
        return found.stream().map(one -> item(one, suggested.get(one.external()), ours)).toList();
    }

    private static MappingPage.Item item(
            TillItem item, @Nullable Variant suggested, Map<VariantId, VariantDetails> ours) {
        VariantDetails mapped = item.variant() == null ? null : ours.get(item.variant());
        VariantDetails maybe = suggested == null ? null : ours.get(suggested.id());
        VariantDetails shown = mapped != null ? mapped : maybe;
        return new MappingPage.Item(
                item.external(),
                item.name(),
                Stream.of(item.sku(), item.barcode())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")),
                item.deleted(),
                mapped == null ? null : mapped.sku(),
                maybe == null ? null : maybe.sku(),
                shown == null ? null : shown.fullName());
    }
}
