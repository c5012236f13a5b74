package io.onhand.stock;

import io.onhand.tenancy.TenantId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;

/** The verbs of the ledger. */
@Component
public class StockLedger {

    /** Lines that may wait for a tenant; a request takes its room as a whole. */
    public static final int QUEUE_LINES_MAX = 20_000;

    private final Lanes lanes;

    StockLedger(Lanes lanes) {
        this.lanes = lanes;
    }

    /**
     * Puts postings into the tenant's queue; a lane posts them together with what else is waiting.
     * Each future completes after commit with the outcome of the posting at its place, or with
     * {@link LedgerUnavailable}. Postings of one document are posted one after the other, in order
     * of arrival; where one gets no outcome, those behind it get none either.
     *
     * @param postings of one tenant
     * @throws QueueFull when the tenant's queue has no room for all of them; nothing was posted
     *     then
     * @throws LedgerUnavailable when the program is stopping
     */
    public List<CompletableFuture<Outcome>> submit(List<Posting> postings) {
        if (postings.isEmpty()) {
            return List.of();
        }
        TenantId tenant = postings.getFirst().tenant();
        if (!postings.stream().allMatch(posting -> posting.tenant().equals(tenant))) {
            throw new IllegalArgumentException("postings of several tenants in one request");
        }
        return lanes.enter(tenant, postings);
    }

    /**
     * Posts one and waits for its outcome.
     *
     * @throws QueueFull when the tenant's queue has no room for it
     * @throws LedgerUnavailable when the database did not take it; nothing was posted
     */
    public Outcome post(Posting posting) {
        try {
            return submit(List.of(posting)).getFirst().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LedgerUnavailable unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }
}
