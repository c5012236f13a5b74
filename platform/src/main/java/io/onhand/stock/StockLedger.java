package io.onhand.stock;

import io.onhand.tenancy.TenantId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The verbs of the ledger. */
@Component
public class StockLedger {

    /** Lines that may wait for a tenant; a request takes its room as a whole. */
    public static final int QUEUE_LINES_MAX = 20_000;

    private final Lanes lanes;
    private final PostingHere here;
    private final ApplicationEventPublisher events;

    StockLedger(Lanes lanes, PostingHere here, ApplicationEventPublisher events) {
        this.lanes = lanes;
        this.here = here;
        this.events = events;
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
     * Posts one, waits for its outcome and publishes {@link LevelsMoved}.
     *
     * @throws QueueFull when the tenant's queue has no room for it
     * @throws LedgerUnavailable when the database did not take it; nothing was posted
     */
    public Outcome post(Posting posting) {
        Outcome outcome = outcome(posting);
        events.publishEvent(LevelsMoved.by(List.of(outcome)));
        return outcome;
    }

    private Outcome outcome(Posting posting) {
        try {
            return submit(List.of(posting)).getFirst().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LedgerUnavailable unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }

    /**
     * Posts inside the caller's own transaction, for a document whose state must change together
     * with the stock. To be called once in a transaction, with all its postings, last: it locks the
     * levels until the caller's commit, after which {@link LevelsMoved} is published.
     *
     * @param postings of the current tenant, at most one event of a document among them
     * @return the outcome of each posting, at its place; it counts once the caller has committed
     * @throws IllegalStateException outside of {@link StockTransactions}, or the second time
     */
    public List<Outcome> postHere(List<Posting> postings) {
        return here.post(postings);
    }
}
