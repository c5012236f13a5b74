package io.onhand.plugin;

import java.util.List;

/**
 * A part of a list that is asked for bit by bit.
 *
 * @param cursor where to go on, now or at the next time; opaque to Onhand, at most 4,000 characters
 * @param more whether there is more to ask for now
 */
public record Page<T>(List<T> items, String cursor, boolean more) {

    public Page {
        items = List.copyOf(items);
    }
}
