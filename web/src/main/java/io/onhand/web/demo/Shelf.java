package io.onhand.web.demo;

import java.util.HashMap;
import java.util.Map;

/**
 * What lies on the shelves of a shop, as the demo's customers and staff see it. It only guides what
 * they do; what is true is in the ledger.
 */
class Shelf {

    private final Map<String, Integer> units = new HashMap<>();

    int of(Article article) {
        return units.getOrDefault(article.sku(), 0);
    }

    void put(String sku, int count) {
        units.put(sku, count);
    }

    void move(String sku, int by) {
        units.merge(sku, by, Integer::sum);
    }
}
