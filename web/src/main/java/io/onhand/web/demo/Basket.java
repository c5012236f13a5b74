package io.onhand.web.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a customer takes: how many by SKU, in the order in which it was tapped. Its text in
 * addresses is a list such as {@code 2:TEA-EARL-100}.
 */
record Basket(Map<String, Integer> units) {

    static final int LINES_MAX = 20;
    static final int UNITS_MAX = 99;

    static final Basket EMPTY = new Basket(Map.of());

    Basket {
        units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    }

    /** Reads its lines; what is none, or too much, is left out. */
    static Basket of(List<String> lines) {
        Map<String, Integer> units = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            int count = colon < 1 ? 0 : count(line.substring(0, colon));
            if (count > 0 && units.size() < LINES_MAX) {
                units.put(line.substring(colon + 1), count);
            }
        }
        return new Basket(units);
    }

    private static int count(String text) {
        return text.matches("[1-9][0-9]?") ? Integer.parseInt(text) : 0;
    }

    /** With one more or less of an article; the empty SKU is none. */
    Basket plus(String sku, int by) {
        Map<String, Integer> now = new LinkedHashMap<>(units);
        if (!sku.isEmpty() && (now.containsKey(sku) || now.size() < LINES_MAX)) {
            now.merge(sku, by, (before, more) -> Math.min(UNITS_MAX, before + more));
            now.values().removeIf(count -> count <= 0);
        }
        return new Basket(now);
    }

    boolean isEmpty() {
        return units.isEmpty();
    }

    /** All that is in it, in single units. */
    int size() {
        return units.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** For an address. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        units.forEach((sku, count) -> lines.add(count + ":" + sku));
        return lines;
    }
}
