package io.onhand.web.demo;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.catalog.VariantId;
import io.onhand.channels.Connection;
import io.onhand.channels.Connection.Match;
import io.onhand.channels.Connection.Mode;
import io.onhand.channels.ConnectionCreation;
import io.onhand.channels.Connections;
import io.onhand.channels.HookKey;
import io.onhand.channels.Mappings;
import io.onhand.channels.NewConnection;
import io.onhand.channels.Secrets;
import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.measure.Quantity;
import io.onhand.plugins.VendorAddresses;
import io.onhand.stock.Level;
import io.onhand.stock.StockQueries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onhand.plugins.standin.DemoConnection;
import onhand.plugins.standin.StandIn;
import onhand.plugins.standin.StandInMaker;
import org.springframework.stereotype.Component;

/**
 * Connects the shops with the vendor of their tills, and puts on the vendor's shelves what is on
 * ours.
 */
@Component
@OnDemo
class TillSetUp {

    private static final int PAGE = 1_000;

    private final StandInMaker maker;
    private final Connections connections;
    private final Mappings mappings;
    private final LocationQueries locations;
    private final CatalogQueries catalog;
    private final StockQueries stock;
    private final TeaShops shops;
    private final VendorAddresses addresses;

    TillSetUp(
            StandInMaker maker,
            Connections connections,
            Mappings mappings,
            LocationQueries locations,
            CatalogQueries catalog,
            StockQueries stock,
            TeaShops shops,
            VendorAddresses addresses) {
        this.maker = maker;
        this.connections = connections;
        this.mappings = mappings;
        this.locations = locations;
        this.catalog = catalog;
        this.stock = stock;
        this.shops = shops;
        this.addresses = addresses;
    }

    /** Makes the connection of the current retailer; again does nothing. */
    void connect(Retailer retailer) {
        DemoConnection demo = maker.connection();
        // before there is a connection that could ask the vendor himself
        addresses.reserve(demo.plugin());
        Map<String, LocationId> places = new HashMap<>();
        locations
                .idsByCode(stores(retailer).stream().map(Shop::code).toList())
                .forEach((code, id) -> places.put(maker.place(code), id));
        Connection made =
                switch (connections.create(
                        new NewConnection(
                                demo.code(),
                                demo.plugin(),
                                demo.name(),
                                Mode.LIVE,
                                Match.SKU,
                                false,
                                demo.settings(),
                                new HookKey(demo.code()),
                                new Secrets(demo.secrets()),
                                places))) {
                    case ConnectionCreation.Created(var details) -> details.connection();
                    case ConnectionCreation.AlreadyExists(var connection) -> connection;
                };
        Map<String, VariantId> articles = new HashMap<>();
        variants(retailer).forEach((sku, one) -> articles.put(maker.article(sku), one.id()));
        mappings.noteVariants(made, articles);
    }

    private Map<String, Variant> variants(Retailer retailer) {
        return catalog.variantsBySku(retailer.articles().stream().map(Article::sku).toList());
    }

    /** The shops have tills of the vendor's, the warehouse has none. */
    static List<Shop> stores(Retailer retailer) {
        return retailer.shops().stream()
                .filter(shop -> shop.type() == Location.Type.STORE)
                .toList();
    }

    /** Sets the merchant up, with what is on hand now. */
    void fill(StandIn tills) {
        Retailer retailer = Retailer.leafAndKettle();
        List<Shop> stores = stores(retailer);
        tills.setUp(
                stores.stream()
                        .map(
                                shop ->
                                        new StandIn.Place(
                                                shop.code(), shop.name(), shop.zone().getId()))
                        .toList(),
                retailer.articles().stream()
                        .map(
                                one ->
                                        new StandIn.Article(
                                                one.sku(),
                                                one.product() + " " + one.variant(),
                                                one.gtin()))
                        .toList(),
                shelves(stores));
    }

    /** Nobody counts less than nothing. */
    private static String countable(Quantity onHand) {
        return onHand.signum() < 0 ? "0" : onHand.toString();
    }

    private Map<String, Map<String, String>> shelves(List<Shop> stores) {
        Map<String, Map<String, String>> shelves =
                stores.stream().collect(Collectors.toMap(Shop::code, _ -> new HashMap<>()));
        shops.read(
                () -> {
                    Level.Place after = Level.Place.START;
                    List<Level> page;
                    do {
                        page = stock.levels(after, null, PAGE);
                        for (Level level : page) {
                            Map<String, String> shelf = shelves.get(level.location());
                            if (shelf != null) {
                                shelf.put(level.sku(), countable(level.onHand()));
                            }
                            after = level.place();
                        }
                    } while (page.size() == PAGE);
                    return shelves;
                });
        return shelves;
    }
}
