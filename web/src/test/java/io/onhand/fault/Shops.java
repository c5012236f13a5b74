package io.onhand.fault;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * The places and items of a test, made and read over the API.
 *
 * @param product what its products are called
 * @param sku what we call the items of {@link TradingDays}
 * @param sent by what name messages call such an item
 */
record Shops(
        List<String> locations,
        String product,
        IntFunction<String> sku,
        UnaryOperator<String> sent) {

    private static final int VARIANTS_PER_PRODUCT = 100;

    void make(Caller caller) throws InterruptedException {
        for (String code : locations) {
            caller.post(
                    "/api/v1/locations",
                    Map.of("code", code, "name", code, "type", "store", "timeZone", "UTC"));
        }
        var variants = new ArrayList<Map<String, String>>();
        for (int number = 0; number < TradingDays.SKUS; number++) {
            variants.add(Map.of("sku", sku.apply(number)));
            if (variants.size() == VARIANTS_PER_PRODUCT) {
                caller.post(
                        "/api/v1/products",
                        Map.of("name", product + " " + number, "variants", List.copyOf(variants)));
                variants.clear();
            }
        }
    }

    /**
     * On hand by {@code location sku}, by the names of messages. A pair that never moved is absent
     * and one that came back is zero; both hold nothing.
     */
    Map<String, BigDecimal> levels(Caller caller) throws InterruptedException {
        var levels = new TreeMap<String, BigDecimal>();
        for (String location : locations) {
            for (JsonNode level :
                    caller.all("/api/v1/stock-levels?limit=200&location=" + location)) {
                var onHand = new BigDecimal(level.get("onHand").asString());
                if (onHand.signum() != 0) {
                    levels.put(
                            location + " " + sent.apply(level.get("sku").asString()),
                            onHand.stripTrailingZeros());
                }
            }
        }
        return levels;
    }
}
