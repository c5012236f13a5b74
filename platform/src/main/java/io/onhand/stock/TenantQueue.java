package io.onhand.stock;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one tenant: how many lines there are, and which documents are under way. Guarded
 * by the waiting room.
 */
class TenantQueue {

    private int lines;

    /** The last posting of each document that waits or is being posted. */
    private final Map<Waiting.Document, Waiting> last = new HashMap<>();

    int lines() {
        return lines;
    }

    boolean isEmpty() {
        return lines == 0;
    }

    /**
     * Whether so many lines more may wait. A request that is larger than the whole queue is let in
     * when nothing else waits, since it would never find room otherwise.
     */
    boolean hasRoom(int more) {
        return lines == 0 || lines + more <= StockLedger.QUEUE_LINES_MAX;
    }

    /** Whether the posting may go now; if not, it follows the one before it of its document. */
    boolean enter(Waiting posting) {
        lines += posting.lines();
        Waiting before = last.put(posting.document(), posting);
        if (before == null) {
            return true;
        }
        before.followedBy(posting);
        return false;
    }

    /** Gives the room back and names the posting that may go now. */
    @Nullable Waiting leave(Waiting posting) {
        lines -= posting.lines();
        if (posting.next() == null) {
            last.remove(posting.document());
        }
        return posting.next();
    }
}
