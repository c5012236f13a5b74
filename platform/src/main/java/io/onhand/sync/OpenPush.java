package io.onhand.sync;

import io.onhand.plugin.Push;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A push that the vendor has not answered yet.
 *
 * @param firstTriedAt business time
 * @param since the same moment by the machine's clock
 * @param changes in the order in which they happened
 */
record OpenPush(UUID id, Instant firstTriedAt, Instant since, List<Change> changes) {

    /** The same whenever it is tried. */
    Push told() {
        return new Push(
                id.toString(),
                firstTriedAt.toString(),
                changes.stream().map(Change::told).toList());
    }
}
