package io.onhand.web.api.v1;

import io.onhand.measure.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was posted, as callers see it.
 *
 * @param posting its id
 * @param lines each level that it moved
 * @param detail a note on a promise that could not be used up, if there is one
 */
record PostedAnswer(String posting, List<PostedLine> lines, @Nullable String detail) {

    /**
     * A level as the posting left it.
     *
     * @param location its code, where a posting may move several
     * @param onHand after the posting
     * @param version of the level after the posting
     */
    record PostedLine(String sku, @Nullable String location, Quantity onHand, long version) {

        /** The same, where all lines are at one location that the caller named. */
        PostedLine withoutLocation() {
            return new PostedLine(sku, null, onHand, version);
        }
    }
}
