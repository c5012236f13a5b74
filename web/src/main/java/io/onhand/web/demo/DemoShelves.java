package io.onhand.web.demo;

import io.onhand.catalog.Catalog;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.NewProduct;
import io.onhand.catalog.NewVariant;
import io.onhand.channels.Connections;
import io.onhand.channels.HookKey;
import io.onhand.channels.NewConnection;
import io.onhand.channels.Secrets;
import io.onhand.locations.Locations;
import io.onhand.locations.NewLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Makes the places, the connection and the articles of the current retailer; again does nothing.
 */
@Component
@OnDemo
class DemoShelves {

    /** With which the demo's tills sign; the same for everybody who tries it out. */
    private static final String SIGNING_SECRET = "whsec_b25oYW5kLWRlbW8tZ2VuZXJpYy1zZWNyZXQ=";

    private final Locations locations;
    private final Connections connections;
    private final Catalog catalog;
    private final CatalogQueries known;

    DemoShelves(
            Locations locations, Connections connections, Catalog catalog, CatalogQueries known) {
        this.locations = locations;
        this.connections = connections;
        this.catalog = catalog;
        this.known = known;
    }

    void make(Retailer retailer) {
        for (Shop shop : retailer.shops()) {
            locations.create(
                    NewLocation.of(shop.code(), shop.name(), shop.type(), shop.zone().getId()));
        }
        connections.create(
                NewConnection.ofOurNames(
                        retailer.connection(),
                        retailer.till(),
                        new HookKey(retailer.connection()),
                        new Secrets(Map.of(Secrets.SIGNING, SIGNING_SECRET))));
        products(retailer.articles()).forEach(this::make);
    }

    private static Map<String, List<Article>> products(List<Article> articles) {
        return articles.stream()
                .collect(
                        Collectors.groupingBy(
                                Article::product, LinkedHashMap::new, Collectors.toList()));
    }

    private void make(String product, List<Article> articles) {
        List<String> skus = articles.stream().map(Article::sku).toList();
        if (known.variantsBySku(skus).isEmpty()) {
            catalog.create(
                    new NewProduct(
                            product,
                            articles.stream()
                                    .map(a -> NewVariant.of(a.sku(), a.variant(), a.gtin()))
                                    .toList()));
        }
    }
}
