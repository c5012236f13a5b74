package io.onhand.stock;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** The verbs of the ledger. */
@Component
public class StockLedger {

    /** Lines that may wait for a tenant; a request takes its room as a whole. */
    public static final int QUEUE_LINES_MAX = 20_000;

    StockLedger() {}

    /**
     * Puts postings into the tenant's queue; a lane posts them together with what else is waiting.
     * Each future completes after commit with the outcome of the posting at its place. Postings of
     * one document in one call are posted one after the other, in order.
     *
     * @param postings of one tenant
     * @throws QueueFull when the tenant's queue has no room for all of them; nothing was posted
     *     then
     */
    public List<CompletableFuture<Outcome>> submit(List<Posting> postings) {
        throw new UnsupportedOperationException("not built yet: " + postings.size());
    }

    /** Posts one and waits for its outcome. */
    public Outcome post(Posting posting) {
        return submit(List.of(posting)).getFirst().join();
    }
}
