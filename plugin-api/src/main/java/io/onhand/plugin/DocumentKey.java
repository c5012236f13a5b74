package io.onhand.plugin;

import org.jspecify.annotations.Nullable;

/**
 * Something at the vendor that a message hints at and that has to be asked for.
 *
 * @param kind the connector's own word, such as {@code order}; 1–32 characters
 * @param id the vendor's id of it, 1–200 characters
 * @param since from when on its changes are wanted, ISO 8601 in UTC; null for all of it. Of hints
 *     for one document that wait together the earliest counts
 */
public record DocumentKey(String kind, String id, @Nullable String since) {}
