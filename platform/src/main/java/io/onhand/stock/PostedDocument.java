package io.onhand.stock;

import io.onhand.locations.LocationId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger has of a document that its source may revise.
 *
 * @param revision the one that stands; 0 also when nothing of the document came yet
 * @param type the type of the standing fact, as a word; null when nothing stands
 * @param locations where its lines stand or stood
 */
public record PostedDocument(long revision, @Nullable String type, Set<LocationId> locations) {

    public PostedDocument {
        locations = Set.copyOf(locations);
    }
}
