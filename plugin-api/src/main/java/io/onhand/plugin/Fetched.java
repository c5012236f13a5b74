package io.onhand.plugin;

import java.util.List;

/** What the vendor has of a document. */
public sealed interface Fetched {

    /** The document that was asked for. */
    DocumentKey key();

    /**
     * It is there.
     *
     * @param items what it tells as it stands now; a {@link ReadItem.Hint} among them is fetched
     *     next, unless it is a key of this call
     */
    record Found(DocumentKey key, List<ReadItem> items) implements Fetched {

        public Found {
            items = List.copyOf(items);
        }
    }

    /** The vendor does not have it, perhaps not yet: it is asked for again for some minutes. */
    record Missing(DocumentKey key) implements Fetched {}
}
