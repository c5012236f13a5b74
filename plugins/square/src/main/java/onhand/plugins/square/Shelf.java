package onhand.plugins.square;

import io.onhand.plugin.DocumentKey;
import java.time.Instant;
import java.util.Optional;

/**
 * One article at one location, whose changes can be asked for.
 *
 * @param item the variation's id
 * @param location the location's id
 */
record Shelf(String item, String location) {

    /** The kind of their keys. */
    static final String KIND = "shelf";

    /** In no id of Square's. */
    private static final String BETWEEN = "|";

    private static final int ID_MAX = 200;

    /** A key; nothing for ids that cannot be told apart again. */
    Optional<DocumentKey> key(Instant since) {
        String id = item + BETWEEN + location;
        return of(id).filter(this::equals)
                .map(_ -> new DocumentKey(KIND, id, Times.sortable(since)));
    }

    /** The shelf of a key's id; nothing if it is none of ours. */
    static Optional<Shelf> of(String id) {
        int between = id.indexOf(BETWEEN);
        boolean two = between > 0 && between < id.length() - 1 && id.length() <= ID_MAX;
        return two
                ? Optional.of(new Shelf(id.substring(0, between), id.substring(between + 1)))
                : Optional.empty();
    }
}
