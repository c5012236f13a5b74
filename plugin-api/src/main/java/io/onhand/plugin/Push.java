package io.onhand.plugin;

import java.util.List;

/**
 * Changes that are told together. A push that did not end well is tried again exactly as it was, so
 * that the vendor can know it by its key.
 *
 * @param key names it for ever, at most 100 characters of letters, digits, {@code :} and {@code -}
 * @param firstTriedAt when it was or is tried first, ISO 8601 in UTC; the same in every attempt
 * @param changes each item and place at most once for each key, in the order in which they happened
 */
public record Push(String key, String firstTriedAt, List<StockChange> changes) {

    public Push {
        changes = List.copyOf(changes);
    }
}
